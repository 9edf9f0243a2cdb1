namespace MppDigital.Web.SignIn;

/// <summary>
/// Set as a feature of the request by a page whose form ends in a redirect to another of our registered origins: browsers hold
/// <c>form-action</c> against every redirect that follows a form, so the content security policy must name it.
/// </summary>
/// <param name="Origin">From the registered redirect, never from what the request says.</param>
internal sealed record FormActionOrigin(string Origin);
