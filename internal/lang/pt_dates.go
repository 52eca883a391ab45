package lang

var ptDates = Dates{}
