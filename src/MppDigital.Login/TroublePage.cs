using Microsoft.AspNetCore.Http;

namespace MppDigital.Login;

/// <summary>Renders a plain page for a person whose sign-in cannot go on; the pages belong to the web program.</summary>
/// <param name="reason"><c>unknown-client</c>, <c>unregistered-redirect</c>, <c>request-expired</c> or <c>malformed</c>.</param>
public delegate IResult TroublePage(string reason);
