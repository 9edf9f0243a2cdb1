using System.Globalization;
using System.Text;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Regencies.Figures;
using MppDigital.Web.Api;
using MppDigital.Web.Citizen.Services;

namespace MppDigital.Web.Citizen.Performance;

/// <summary>What the pages of public figures show, as files.</summary>
internal static class PerformanceFiles
{
    public static void Map(IEndpointRouteBuilder routes, string host)
    {
        routes.MapGet("/kinerja/skm.pdf", PrintAsync).RequireHost(host).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/kinerja.csv", ListAsync).RequireHost(host).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> PrintAsync(string? periode, IUseCase<PrintSatisfaction, PrintedSatisfaction> print, CancellationToken ct) =>
        (await print.HandleAsync(new PrintSatisfaction(periode), ct)).ToResult(file => Results.File(file.Content, "application/pdf", file.FileName));

    /// <summary>RFC 4180. An empty place is withheld or not known, never zero.</summary>
    private static async Task<IResult> ListAsync(CurrentRegency current, RecentPace pace, IUseCase<ReadPerformance, PerformanceView> read, CancellationToken ct)
    {
        if (await pace.OfAsync(current.Value, read, ct) is not { } view) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        var text = new StringBuilder("regency,service,since,until,received,decided,deemed,waiting_days_median,processing_days_median,processing_days_p90,in_time,limit_working_days\r\n");
        foreach (var s in view.Services)
            text.Append(CultureInfo.InvariantCulture, $"{current.Value.Code},{s.Service},{view.Since:yyyy-MM-dd},{view.AsOf:yyyy-MM-dd},{s.Received},{s.Cases},{s.Deemed},{s.WaitingDays},{s.MedianDays},{s.P90Days},{s.InTime},{s.LimitDays}\r\n");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"kinerja-{current.Value.Slug}.csv");
    }
}
