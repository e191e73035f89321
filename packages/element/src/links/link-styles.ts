/** The element of an instance of links, and the animation that tells of a link which a block replaces: no observer is needed. */
export const tag = "human-connect-link";

/**
 * Styles of the document, and of shadow trees. While a block follows its link, the link is hidden, and the block without the link: a framework may move or remove
 * what it has rendered. The instance is out of the flow until it shows the reason of a failure, so that it adds no gap in a flex parent.
 */
export const linkStyles: string = `@keyframes ${tag}{to{}}a[href*="#human-connect="]:is([href$=card],[href$=list],[href$=status]){animation:${tag} 1ms!important}a:has(+[for=${tag}]),[for=${tag}]:not(a+*){display:none!important}${tag}:not(:state(error)){position:absolute}`;
