using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace MppDigital.Web.Tests.Http;

/// <summary>One address of the running program: method (PAGE for a page), whose host, pattern.</summary>
internal sealed record Route(string Method, string Host, string Pattern)
{
    public bool IsPage => Method == "PAGE";

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public bool Changes => Method is "POST" or "PUT" or "DELETE" or "PATCH";

    public static IReadOnlyList<Route> Of(WebApplication app) =>
        [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().SelectMany(Of).Distinct().OrderBy(r => r.Host, StringComparer.Ordinal).ThenBy(r => r.Pattern, StringComparer.Ordinal)];

    /// <summary>The address with its parts filled in.</summary>
    public string Fill(Func<string, string> sample) =>
        string.Join('/', Pattern.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(sample(part.Trim('{', '}', '*', '?').Split(':', '=')[0])) : part));

    public override string ToString() => $"{Method} {Host} {Pattern}";

    private static IEnumerable<Route> Of(RouteEndpoint endpoint)
    {
        var pattern = "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');
        var hosts = endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts.Select(NameOf).ToList() is { Count: > 0 } named ? named : ["any"];
        var methods = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null ? ["PAGE"] : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
        return hosts.SelectMany(_ => methods, (host, method) => new Route(method, host, pattern));
    }

    private static string NameOf(string host) => host.Split(':')[0] switch
    {
        "*.mpp.localhost" => "regency",
        "mpp.localhost" => "portal",
        "pusat.mpp.localhost" => "ministry",
        "login.mpp.localhost" => "login",
        var other => other,
    };
}
