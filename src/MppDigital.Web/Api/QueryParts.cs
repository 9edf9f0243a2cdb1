using System.Globalization;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>Values in the address, each read in one way; what cannot be read is named.</summary>
internal static class QueryParts
{
    public static Outcome<DayAsked> Date(HttpContext context, string name)
    {
        var values = context.Request.Query[name];
        if (values.Count == 0) return new DayAsked(null);
        return values is [{ } text] && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayAsked(day)
            : RequestParts.Wrong($"/{name}", "Tulis tanggal, misalnya 2026-11-24.");
    }

    public static Outcome<int> Number(HttpContext context, string name, int usual)
    {
        var values = context.Request.Query[name];
        if (values.Count == 0) return usual;
        return values is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : RequestParts.Wrong($"/{name}", "Tulis satu angka.");
    }

    /// <summary>One page of a list that is held in memory in the order of its keys.</summary>
    public static IResult Page<T>(HttpContext context, IReadOnlyList<T> all, Func<T, string> key, Func<T, object> shape)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        var found = all.Where(x => paging.Value.After is null || string.CompareOrdinal(key(x), paging.Value.After) > 0).Take(paging.Value.Limit + 1).ToList();
        return ApiAnswers.Json(new { items = found.Take(paging.Value.Limit).Select(shape), next = found.Count > paging.Value.Limit ? key(found[paging.Value.Limit - 1]) : null });
    }
}

internal sealed record DayAsked(DateOnly? Day);
