using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace MppDigital.Web.Api;

/// <summary>
/// The framework's provider without its cache. That cache lists all endpoints when the program starts, which makes every one of them
/// a second time (a fifth of a start's processor time); joining one or two policies for a request costs a microsecond.
/// </summary>
internal sealed class PoliciesPerRequest(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override bool AllowsCachingPolicies => false;
}
