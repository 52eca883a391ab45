package lang

var enPeople = People{}
