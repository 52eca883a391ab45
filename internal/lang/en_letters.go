package lang

var enLetters = Letters{
	Formal: Salutations{
		Woman: "Dear {title} {family},", Man: "Dear {title} {family},", Title: "Dear {title} {family},",
		Given: "Dear {given},", Named: "Dear {contact},", Nobody: "Dear Hiring Team,",
	},
	Informal: Salutations{Given: "Hi {given},", Named: "Hello {contact},", Nobody: "Hello,"},
	Titles: []Title{
		{Word: "ms", Form: "Ms", Woman: true}, {Word: "mrs", Form: "Mrs", Woman: true}, {Word: "miss", Form: "Miss", Woman: true},
		{Word: "mr", Form: "Mr", Man: true}, {Word: "mx", Form: "Mx"}, {Word: "dr", Form: "Dr"}, {Word: "doctor", Form: "Dr"},
		{Word: "prof", Form: "Professor"}, {Word: "professor", Form: "Professor"}, {Word: "rev", Form: "Rev"},
	},
	Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"},
	Weekdays: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	Date:     "{weekday} {day} {month}",
	On:       []string{"on"},
	And:      " and ",
	Story: Story{
		Confirmed: "the interview was confirmed", Interview: "the interview", They: "they wrote, without a decision",
		Auto: "an automatic answer came", You: "you wrote to them", Unsent: "a follow-up was put into Drafts and is not sent",
	},
	Banned: []string{"just checking in", "checking in", "touching base", "touch base", "circling back", "circle back",
		"following up on my previous", "bumping this", "per my last", "any update", "pick your brain", "hope this email finds you",
		"hope this finds you", "reaching out", "gentle reminder", "friendly reminder"},
	Texts: map[string]string{
		"thank-you.formal": `
Subject: Thank you for the interview[ ({role})]

{greeting}

Thank you very much for the interview[ about the {role} role][ at {company}]. It was a pleasure to learn more about the work and the people behind it.
~
I would like to thank you for the interview[ for the {role} position][ at {company}] and for all the time that went into it.
~
The interview[ about the {role} role][ at {company}] was a real pleasure, and I am grateful for the time and thought given to it.

The conversation was open and engaging, and it has left me even more enthusiastic about the job than I was before.
~
I enjoyed how friendly and substantial our conversation was. It gave me a clear picture of the role, and it is one that I would love to fill.
~
I came away from such a lively, thoughtful exchange full of ideas, and all the keener to put them to use in this role.

[My thanks go to {others} as well.]
~
[I am just as grateful to {others}.]

With kind regards,
{name}
~
Kind regards,
{name}
~
With best wishes,
{name}
`,
		"thank-you.informal": `
Subject: Thank you for the interview[ ({role})]

{greeting}

Thanks so much for the interview[ about the {role} role][ at {company}]. I really enjoyed hearing more about the work.
~
Thank you for the great conversation[ about the {role} role][ at {company}], and for all the time that went into it.
~
It was a pleasure to talk[ about the {role} role][ at {company}]: many thanks for making it happen.

It was such an open, friendly chat, and it's left me even more excited about the job than I was before.
~
I liked how relaxed and yet to the point it all was. I can really see myself doing this work, and enjoying it.
~
I've come away buzzing with ideas, which is always a good sign. This is just the kind of work I'd love to do.

[Thanks to {others} too!]
~
[And many thanks to {others} as well.]

All the best,
{name}
~
Best wishes,
{name}
~
Thanks again,
{name}
`,
		"continued-interest.formal": `
Subject: My interest in [the {role} role|the role][ at {company}]

{greeting}

I have often thought back to our interview[ {on_date}], and I would like to tell you that my interest in [the {role} role|the role][ at {company}] is as strong as ever.
~
Since our interview[ {on_date}] I have given [the {role} position|the position][ at {company}] a good deal of thought. I would still very much like to take it on.
~
Our interview[ {on_date}] has stayed with me, and the more I think about [the {role} role|the role][ at {company}], the more convinced I am that it is the right one for me.

What I learned about the work matches what I do best and what I would like to do more of.
~
The tasks that we talked about are just those that I enjoy, and I am confident that I could soon make myself useful.
~
I could see clearly where my experience would help, and where I would be glad to learn.

If there is anything further that you would like to know, be it references, samples of my work or another conversation, I will gladly provide it.
~
I am happy to send further information or to answer any question that has come up in the meantime.
~
Should references, certificates or a second conversation be of use to you, please let me know; I will arrange them gladly.

I very much hope for a favourable answer and would be delighted to join you.
~
It would make me very happy to receive a positive answer and to start work with you.
~
I hope that your decision will be in my favour, and I would look forward to working with you.

Yours sincerely,
{name}
[{phone}]
~
With kind regards,
{name}
[{phone}]
~
Kind regards,
{name}
[{phone}]
`,
		"continued-interest.informal": `
Subject: Still very keen on [the {role} role|the role][ at {company}]

{greeting}

I've been thinking back to our interview[ {on_date}], and I wanted to let you know that I'm as keen on [the {role} role|the role][ at {company}] as ever.
~
Our interview[ {on_date}] has stayed with me. I'd still love to take on [the {role} role|the role][ at {company}].
~
Ever since our interview[ {on_date}] I've been turning [the {role} role|the role][ at {company}] over in my mind, and I like it more each time.

What I heard about the work is a great match for what I do best and what I'd like to do more of.
~
The things we talked about are just what I enjoy doing, and I think I could be useful to you quickly.
~
I can see where my experience would help, and there's plenty that I'd enjoy learning too.

If you'd like to know anything else, or see references or samples of my work, I'm happy to send them over.
~
I'm glad to send more information or to talk again if anything has come up since.
~
If references or another chat would be of any use, just say so and I'll sort them out.

I'm really hoping for a yes, and I'd be delighted to join you.
~
It would be wonderful to hear that you'd like to have me on board.
~
I hope your decision goes my way: I'd love to work with you.

Best wishes,
{name}
[{phone}]
~
All the best,
{name}
[{phone}]
~
Best regards,
{name}
[{phone}]
`,
		"trial-offer.formal": `
Subject: A day to get to know each other[ ({role})]

{greeting}

I am still very interested in [the {role} role|the role][ at {company}], and I have been thinking about how I could make your decision easier.
~
[The {role} role|The role][ at {company}] still appeals to me greatly, so I would like to make you a simple suggestion.

I would gladly come in for a day, or for half a day if that suits you better, so that we can get to know each other at work. It would cost you nothing, and it would oblige neither side to anything.
~
How would it be if I joined you for a day, or just for half a day? We could get to know each other in practice, free of charge and entirely without obligation.

You would see how I go about things and how I fit in, and I would learn more about your everyday work. I can arrange my time around whatever day is convenient for you.
~
A few hours together often say more than any number of letters, and I would enjoy them whatever comes of it. I am flexible as to the day.

If this is not something you do, I understand that fully, and I remain as interested as before.
~
Should it not fit the way you work, please feel free to say no; my interest in the role stays the same.

With kind regards,
{name}
[{phone}]
~
Yours sincerely,
{name}
[{phone}]
`,
		"trial-offer.informal": `
Subject: A day to get to know each other[ ({role})]

{greeting}

I'm still really keen on [the {role} role|the role][ at {company}], and I've had an idea that might make it easier for you to decide.
~
[The {role} role|The role][ at {company}] still appeals to me a lot, so here's a simple suggestion.

I'd be glad to come in for a day, or half a day if that's easier, so that we can get to know each other at work. It wouldn't cost you anything, and there'd be no obligation on either side.
~
How about I join you for a day, or just half a day? We'd get to know each other in practice, free of charge and with no strings attached.

You'd see how I work and how I fit in, and I'd get a feel for your everyday work. I'm flexible, so pick any day that suits you.
~
A few hours together often say more than a pile of mails, and I'd enjoy them either way. Any day that works for you can work for me.

If that's not something you do, no problem at all: I'm just as interested as before.
~
And if it doesn't fit how you work, just say no. I'll be every bit as keen on the job.

Best wishes,
{name}
[{phone}]
~
All the best,
{name}
[{phone}]
`,
		"call": `
Subject: Time to ring [{contact}|the employer][ ({company})]

{name},

some time has passed since the interview[ for the {role} role][ at {company}][ {on_date}], and no decision has come. Another mail would not help now. A short, friendly call will.

WHOM TO RING
[{contact}|the person who interviewed you][, {company}]
[Number: {number}|No number stood in the mails: look on the company's website, or ask for the person at the switchboard.]
[Address, should you be asked for it: {address}]

WHEN NOT TO RING
Not at the weekend and not on a public holiday; not before 9 and not after 17 o'clock, by the clock where they are.
[Nor on one of these days off: {days_off}.]

[WHAT HAPPENED SO FAR
{history}]

WHAT TO ASK
- Has a decision been made? If not, when is one expected?
- Is the position still open?
- Is there anything else that they would like to know from you?
Say that you are still interested, thank them, and leave it at that. If nobody answers, try once more on another day.

A FREE TRIAL?
If they say that the position is open, you can offer a day or half a day to get to know each other, free and without obligation. Some companies do not like that. Do not offer it
- if less than two weeks have passed since the interview,
- if the job has been given to someone else,
- if it would put a job that you have at risk,
- if you only feel desperate: it shows,
- if the job does not tick every box.

WHAT THE STAR MEANS
If the position is open and the job ticks all your boxes, flag this mail (give it a star). inboxwatch then puts the offer into Drafts in place of this sheet, as soon as everything else allows it. It sends nothing. On the command line the same is said by
inboxwatch mark {id} --vacancy open --fit yes
`,
	},
}
