using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace MppDigital.Architecture.Tests;

public sealed class EndpointTests(RunningRoutes routes) : IClassFixture<RunningRoutes>
{
    /// <summary>What strangers may call, and why; everything else asks who is there.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["/healthz/live"] = "asked by the machine that restarts us",
        ["/healthz/ready"] = "asked by the load balancer",
        ["/{*path}"] = "a wrong address is told so without signing in",
        ["/{**address}"] = "a wrong address is told so without signing in",
        ["/bahasa"] = "choosing a language needs no account",
        ["/_framework/opaque-redirect"] = "the framework's own, with a sealed target",
        ["/openapi/v1.json"] = "the description of the interface is public",
        ["/api/v1/csrf"] = "a token against forged requests comes before signing in",
        ["/api/v1/services"] = "what is offered is public by law",
        ["/api/v1/services/{code}"] = "the standard of a service is public by law",
        ["/api/v1/services/{code}/deadline"] = "anyone may count a legal limit",
        ["/api/v1/life-events/"] = "what is bundled is public like the services",
        ["/api/v1/life-events/{code}"] = "the common form of services that are public",
        ["/api/v1/performance"] = "public figures",
        ["/api/v1/places"] = "where a hall is and when it is open is public",
        ["/api/v1/visits/slots"] = "which times are free is the same for everybody",
        ["/api/v1/satisfaction"] = "the regulation has the survey published",
        ["/api/v1/surveys"] = "opened by a code that is good for one answer, for people without an account",
        ["/sw.js"] = "the program of the phone holds nothing of anybody",
        ["/manifest.webmanifest"] = "name and colour of the regency",
        ["/ikon.svg"] = "the sign of the regency",
        ["/ikon-192.png"] = "the sign of the regency",
        ["/ikon-512.png"] = "the sign of the regency",
        ["/kinerja.csv"] = "public figures",
        ["/kinerja/antrean.csv"] = "public figures",
        ["/kinerja/aduan.csv"] = "public figures",
        ["/kinerja/skm.pdf"] = "the regulation has the survey published",
        ["/api/v1/payments/callback/qris"] = "the provider proves itself by a signature over the body",
        ["/api/v1/handoffs/callback/{system}"] = "the other system proves itself by a signature over the body",
        ["/api/v1/messages/reports"] = "the gateway proves itself by a signature over the body",
        ["/api/v1/messages/incoming"] = "the gateway proves itself by a signature over the body",
        ["/api/v1/tracking"] = "opened by number and secret, for people without an account; ten tries an hour",
        ["/api/v1/complaints"] = "anybody may complain, with or without a name; limited by address",
        ["/api/v1/complaints/lookup"] = "opened by number and secret, for people without an account; ten tries an hour",
        ["/api/v1/complaints/reply"] = "opened by number and secret, for people without an account; ten tries an hour",
        ["/api/v1/visits/live"] = "the board of the hall hangs where everybody sees it",
        ["/api/v1/kiosk/ranges"] = "the kiosk proves itself by the cookie of its enrolment",
        ["/api/v1/kiosk/numbers"] = "the kiosk proves itself by the cookie of its enrolment, each number by its sealed range",
        ["/api/v1/regencies"] = "the registry is public",
        ["/api/v1/verify/{code}"] = "anyone checks a document",
        ["/api/v1/catalog/schema"] = "whoever writes a definition may know its form",
        ["/api/v1/open-data/regencies.csv"] = "open data",
        ["/api/v1/open-data/services.csv"] = "open data",
        ["/api/v1/open-data/services.jsonld"] = "open data",
        ["/api/v1/open-data/rollout.csv"] = "open data",
        ["/api/v1/open-data/rollout-regencies.csv"] = "open data",
        ["/api/v1/rollout/summary"] = "the nation's progress is public",
        ["/signin"] = "begins signing in",
        ["/signin/callback"] = "ends signing in; bound to the browser that began it",
        ["/signin/backchannel"] = "the login tells of an ended session by a signed token",
        ["/signout"] = "whoever has no session ends none",
        ["/.well-known/openid-configuration"] = "OpenID Connect: discovery",
        ["/jwks"] = "OpenID Connect: public keys",
        ["/par"] = "OpenID Connect: the client proves itself by its secret",
        ["/authorize"] = "OpenID Connect: leads to the sign-in page",
        ["/token"] = "OpenID Connect: the client proves itself by its secret",
        ["/userinfo"] = "OpenID Connect: checks the access token itself",
        ["/revoke"] = "OpenID Connect: the client proves itself by its secret",
        ["/introspect"] = "OpenID Connect: the client proves itself by its secret",
        ["/authorize/lanjut"] = "OpenID Connect: takes up a request that waited for signing in",
        ["/masuk/luar"] = "leads to the outside identity provider, where one is configured",
        ["/masuk/luar/kembali"] = "the answer of that provider, bound to the browser that left",
        ["/logout"] = "OpenID Connect: ending a session, bound to its own cookie or token",
    };

    private static readonly IReadOnlyList<Type> Pages =
        [.. typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Length > 0)];

    [Fact]
    public void Every_endpoint_has_a_policy_or_a_reason_to_be_open()
    {
        var calls = routes.Endpoints.Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is null).ToList();

        Assert.True(calls.Count > 30);
        var open = calls.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null || (e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<AuthorizationPolicy>() is null)).ToList();
        Assert.NotEmpty(open);
        Finding.None(open.Where(e => !Open.ContainsKey(PathOf(e))).Select(e => $"{string.Join('|', e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} {PathOf(e)}"));
        Assert.DoesNotContain(Open.Values, string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        Assert.True(Pages.Count > 10);
        Finding.None(Pages.Where(p => p.GetCustomAttributes(true).Any(a => a is IAuthorizeData or IAllowAnonymous) == false).Select(p => p.FullName));
    }

    [Fact]
    public void Every_page_is_reachable_on_the_hosts_of_its_audience()
    {
        var mapped = routes.Endpoints.Select(e => (e, Type: e.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type)).Where(e => e.Type is not null).ToList();

        Finding.None(Pages.Except(mapped.Select(m => m.Type!)).Select(p => p.FullName));
        Finding.None(mapped.Where(m => m.e.Metadata.GetMetadata<IHostMetadata>() is not { Hosts.Count: > 0 }).Select(m => m.Type!.FullName));
    }

    private static string PathOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
}
