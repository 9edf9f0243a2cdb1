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
    };

    private static readonly IReadOnlyList<Type> Pages =
        [.. typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Length > 0)];

    [Fact]
    public void Every_endpoint_has_a_policy_or_a_reason_to_be_open()
    {
        var calls = routes.Endpoints.Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is null).ToList();

        Assert.True(calls.Count > 30);
        var open = calls.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null || (e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<AuthorizationPolicy>() is null)).Select(Name).ToHashSet();
        Finding.None(open.Except(Open.Keys).Order());
        Finding.None(Open.Keys.Except(open).Order());
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

    private static string Name(RouteEndpoint endpoint) =>
        $"{string.Join('|', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
}
