using System.Globalization;
using System.Text;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Heard;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Visits.Queue;
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
        routes.MapGet("/kinerja/antrean.csv", WaitsAsync).RequireHost(host).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/kinerja/aduan.csv", ComplaintsAsync).RequireHost(host).AllowAnonymous().ExcludeFromDescription();
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
        return Csv(text, $"kinerja-{current.Value.Slug}.csv");
    }

    private static async Task<IResult> WaitsAsync(CurrentRegency current, IUseCase<ReadWaitingTimes, WaitingTimes> read, CancellationToken ct) => (await read.HandleAsync(new ReadWaitingTimes(), ct)).ToResult(times =>
    {
        var text = new StringBuilder("regency,since,until,arrived,served,waiting_minutes_median,waiting_minutes_p90\r\n");
        foreach (var p in times.Parts) text.Append(CultureInfo.InvariantCulture, $"{current.Value.Code},{times.Since:yyyy-MM-dd},{times.AsOf:yyyy-MM-dd},{p.Part},{p.Served},{p.MedianMinutes},{p.P90Minutes}\r\n");
        return Csv(text, $"antrean-{current.Value.Slug}.csv");
    });

    private static async Task<IResult> ComplaintsAsync(CurrentRegency current, IUseCase<ReadVoiceFigures, VoiceFigures> read, CancellationToken ct) => (await read.HandleAsync(new ReadVoiceFigures(), ct)).ToResult(voice =>
    {
        var text = new StringBuilder("regency,until,figure,of,value\r\n");
        void Line(string figure, string of, object? value) => text.Append(CultureInfo.InvariantCulture, $"{current.Value.Code},{voice.AsOf:yyyy-MM-dd},{figure},{of},{value}\r\n");
        Line("open", "all", voice.Open);
        foreach (var count in voice.Counts) Line("open", count.Class, count.Open);
        foreach (var age in voice.Ages) Line("open_days", age.Days, age.Open);
        Line("open", "raised", voice.Raised);
        foreach (var count in voice.Counts) Line("closed_12_months", count.Class, count.Closed);
        Line("open_days_median", "all", voice.MedianOpenDays);
        Line("answer_days_median", "all", voice.MedianAnswerDays);
        return Csv(text, $"aduan-{current.Value.Slug}.csv");
    });

    private static IResult Csv(StringBuilder text, string name) => Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", name);
}
