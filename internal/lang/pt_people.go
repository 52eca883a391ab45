package lang

var ptPeople = People{}
