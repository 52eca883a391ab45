package lang

var plPeople = People{}
