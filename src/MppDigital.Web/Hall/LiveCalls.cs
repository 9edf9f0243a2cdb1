using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Web.Api;

namespace MppDigital.Web.Hall;

/// <summary>
/// <c>GET visits/live</c>: the calls of a place as server-sent events (WHATWG HTML, section 9.2). <c>call</c> carries number, counter and agency; <c>line</c>
/// says that the line changed; <c>reset</c> that more was missed than is kept, and the page is to be read anew. Whoever comes back with
/// <c>Last-Event-ID</c>, or with <c>after</c> the first time, misses nothing.
/// </summary>
internal static class LiveCalls
{
    public static async Task StreamAsync(HttpContext http, HallCalls calls, CurrentRegency current, IHostApplicationLifetime life)
    {
        var asked = Asked(http);
        if (!asked.Succeeded)
        {
            await asked.Problem.ToResult().ExecuteAsync(http);
            return;
        }

        if (await calls.JoinAsync(current.Value.Code, asked.Value.Place, http.RequestAborted) is not { } channel)
        {
            await UnknownPlace.ToResult().ExecuteAsync(http);
            return;
        }

        try
        {
            await FollowAsync(http, channel, asked.Value.After, life.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The display went away; it comes back by itself.
        }
        finally
        {
            channel.Leave();
        }
    }

    private static readonly Problem UnknownPlace = new(ProblemKind.NotFound, "unknown-place", "Tempat layanan ini tidak ada. Pilih dari daftar.") { DetailEn = "There is no such place. Choose one from the list." };

    private static async Task FollowAsync(HttpContext http, HallChannel channel, long? after, CancellationToken stopping)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        // Proxies such as nginx would collect events before they pass them on.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var body = http.Response.BodyWriter;
        var last = channel.Last;
        // A number from the future is of another database; such a display begins anew.
        var seen = after is { } given && given <= last ? given : last;
        body.Write("retry: 2000\n\n"u8);
        while (true)
        {
            // Before reading: what comes in between rings this bell.
            var bell = channel.Bell;
            if (stopping.IsCancellationRequested) return;
            seen = Write(body, channel, seen);
            if ((await body.FlushAsync(http.RequestAborted)).IsCompleted) return;
            // Without a token: the bell rings every few seconds and when the process ends, and a wait that can be called off would cost each stream a kilobyte.
            await bell;
        }
    }

    private static long Write(PipeWriter body, HallChannel channel, long seen)
    {
        if (channel.After(seen) is not { } fresh)
        {
            var last = channel.Last;
            body.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {last}\nevent: reset\ndata: {{}}\n\n")));
            return last;
        }

        // A comment keeps proxies from closing what seems dead.
        if (fresh.Count == 0) body.Write(":\n\n"u8);
        foreach (var message in fresh) body.Write(message.Content.Span);
        return fresh.Count == 0 ? seen : fresh[^1].Sequence;
    }

    private static Outcome<(Guid? Place, long? After)> Asked(HttpContext http)
    {
        var query = http.Request.Query;
        Guid? place = null;
        if (query.ContainsKey("place"))
        {
            if (!Guid.TryParse(query["place"], out var id)) return RequestParts.Wrong("/place", "Tulis id tempat layanan dari daftar, atau kosongkan.");
            place = id;
        }

        long? after = null;
        string? given = http.Request.Headers["Last-Event-ID"];
        if (string.IsNullOrEmpty(given)) given = query["after"];
        if (!string.IsNullOrEmpty(given))
        {
            if (!long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return RequestParts.Wrong("/after", "Tulis nomor peristiwa yang terakhir diterima, atau kosongkan.");
            after = number;
        }

        return (place, after);
    }
}
