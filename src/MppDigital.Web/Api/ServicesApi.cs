using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Offerings;

namespace MppDigital.Web.Api;

/// <summary>The regency's services, readable by anyone.</summary>
internal static class ServicesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var open = api.MapGroup("").AllowAnonymous().WithTags("Layanan");
        open.MapGet("/services", ListAsync);
        open.MapGet("/services/{code}", ReadAsync);
        open.MapGet("/services/{code}/deadline", DeadlineAsync);
    }

    private static async Task<IResult> ListAsync(IUseCase<ListOfferings, Page<OfferingRow>> list, CancellationToken ct) =>
        (await list.HandleAsync(new ListOfferings(), ct)).ToResult(page => ApiAnswers.Json(page));

    private static async Task<IResult> ReadAsync(string code, HttpContext context, Callers callers, IUseCase<ReadOffering, OfferingView> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadOffering(code, await callers.FindApplicantAsync(context, ct)), ct)).ToResult(view => ApiAnswers.Json(view));

    private static async Task<IResult> DeadlineAsync(string code, string? completeAt, IUseCase<ReadDeadline, DeadlineView> read, CancellationToken ct)
    {
        DateTimeOffset? at = null;
        if (completeAt is not null)
        {
            if (!DateTimeOffset.TryParse(completeAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) || parsed.Year is < 2020 or > 2100)
                return RequestParts.Wrong("/completeAt", "Tulis waktu RFC 3339, misalnya 2026-11-24T09:00:00+07:00.").ToResult();
            at = parsed;
        }

        return (await read.HandleAsync(new ReadDeadline(code, at), ct)).ToResult(view => ApiAnswers.Json(view));
    }
}
