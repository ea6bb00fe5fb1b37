<?xml version="1.0"?>
<CHANNEL HREF="https://gull.example/" BASE="https://gull.example/news/"><TITLE>Gull</TITLE><ITEM HREF="https://gull.example/a" LASTMOD="2026-03-02T08:00"><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM><ITEM HREF="b"><TITLE VALUE="Two"/></ITEM></CHANNEL>
