"""The article view: text as Qt sets it, marks as ink around it. Knows marks and code points; decides nothing."""
