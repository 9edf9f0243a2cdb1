using Microsoft.AspNetCore.Http;

namespace MppDigital.Login;

/// <summary>Renders a plain page for a person whose sign-in cannot go on; the pages belong to the web program.</summary>
/// <param name="reason"><c>unknown-client</c>, <c>unregistered-redirect</c> or <c>request-expired</c>.</param>
public delegate IResult TroublePage(string reason);
