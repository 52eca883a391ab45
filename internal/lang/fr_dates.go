package lang

var frDates = Dates{}
