package lang

var deDates = Dates{}
