using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Hosts;

/// <summary>Answers a host that nobody here has: names near matches, links only to addresses that come from configuration.</summary>
internal static class UnknownHost
{
    public static Task WriteAsync(HttpContext context, string host)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<PlatformOptions>>().Value;
        if (context.Request.Path.StartsWithSegments("/api"))
            return Results.Problem(statusCode: 404, title: "Alamat ini bukan milik daerah mana pun.", extensions: new Dictionary<string, object?> { ["code"] = "unknown-host" }).ExecuteAsync(context);

        var near = NearMatches(host, context.RequestServices.GetRequiredService<ITenantDirectory>());
        return UnknownHostPage.WriteAsync(context, options, near);
    }

    /// <summary>Up to five regencies whose subdomain is spelled most alike.</summary>
    internal static IReadOnlyList<Regency> NearMatches(string host, ITenantDirectory directory)
    {
        var label = host.Split('.')[0].ToLowerInvariant();
        return label.Length is < 3 or > 63 ? [] : [.. directory.All
            .Select(r => (Regency: r, Distance: Distance(label, r.Slug)))
            .Where(x => x.Distance <= Math.Max(2, label.Length / 3))
            .OrderBy(x => x.Distance).ThenBy(x => x.Regency.Slug, StringComparer.Ordinal).Take(5).Select(x => x.Regency)];
    }

    /// <summary>Levenshtein: letters to add, drop or change.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cell = Math.Min(Math.Min(row[j] + 1, left + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j], left) = (row[j], cell, cell);
            }
        }

        return row[^1];
    }
}
