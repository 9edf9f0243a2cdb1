using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Changes;

namespace MppDigital.Web.Api;

/// <summary>What a system of this regency reads to follow along: no names, no numbers of people, no answers.</summary>
internal static class ChangesApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/changes", ReadAsync).RequireAuthorization(ApiPolicies.Changes).WithTags("Sistem");

    private static async Task<IResult> ReadAsync(HttpContext context, IUseCase<ListChanges, ChangePage> list, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        if (!long.TryParse(paging.Value.After ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after)) return RequestParts.Wrong("/after", "Isi cursor dari perubahan terakhir yang sudah dibaca.").ToResult();
        return (await list.HandleAsync(new ListChanges(after, paging.Value.Limit), ct)).ToResult(page => ApiAnswers.Json(new
        {
            items = page.Items.Select(c => new { cursor = Text(c.Cursor), c.At, c.Event, c.Number, c.Service, c.Status }),
            next = page.More ? Text(page.Items[^1].Cursor) : null,
        }));
    }

    private static string Text(long cursor) => cursor.ToString(CultureInfo.InvariantCulture);
}
