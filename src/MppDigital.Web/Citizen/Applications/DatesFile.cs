using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Documents;
using MppDigital.Web.Api;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

/// <summary>
/// <c>/permohonan/{number}/kalender.ics</c>: the days that matter of one application, for the owner's own calendar (RFC 5545). All-day dates,
/// with the number and the service and nothing of the answers, for a calendar is often shared.
/// </summary>
internal static class DatesFile
{
    public static void Map(IEndpointRouteBuilder routes, string host) =>
        routes.MapGet("/permohonan/{number}/kalender.ics", ReadAsync).RequireHost(host).RequireAuthorization(ApiPolicies.Citizen).ExcludeFromDescription();

    /// <summary>A day is given for what is still to come: the legal limit of an open file, and the end of a document.</summary>
    public static bool HasAny(ApplicationView view) => view.HasDocument || IsAwaited(view);

    private static bool IsAwaited(ApplicationView view) => view is { DueOn: not null, DecidedAt: null } && view.Status is not "withdrawn";

    private static async Task<IResult> ReadAsync(
        string number, HttpContext http, IUseCase<ReadApplication, ApplicationView> read, IUseCase<ReadMyDocuments, Page<DocumentLife>> documents, IServiceCatalog catalog,
        CurrentRegency current, IOptions<PlatformOptions> platform, TimeProvider clock, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var sub = Callers.SubOf(http);
        if (await read.HandleAsync(new ReadApplication(sub, number), ct) is not { Succeeded: true, Value: var view }) return Results.NotFound();
        var name = catalog.Find(view.Service, view.CatalogVersion) is { Definition: var service } ? Language.Pick(service.NameId, service.NameEn) : view.ServiceName;
        var calendar = new Calendar { ProductId = "-//MPP Digital//ID" };
        if (IsAwaited(view)) Add("limit", view.DueOn!.Value, Language.Pick($"Batas waktu {name}", $"Time limit of {name}"), 1);
        var issued = view.HasDocument ? (await documents.HandleAsync(new ReadMyDocuments(sub, number), ct)).Value : null;
        if (issued?.Items is [{ ValidUntil: { } end }, ..]) Add("end", end, Language.Pick($"{name} berakhir", $"{name} ends"), 30);
        return Results.File(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), "text/calendar; charset=utf-8", $"{number}.ics");

        void Add(string what, DateOnly day, string title, int warnDaysBefore)
        {
            var entry = new CalendarEvent
            {
                // The same day saved twice is the same entry; a later file moves it.
                Uid = $"{number}-{what}@{platform.Value.RootDomain}",
                DtStamp = new CalDateTime(clock.GetUtcNow().UtcDateTime),
                Start = new CalDateTime(day),
                Summary = $"{title} ({number})",
                Location = current.Value.Name,
                Url = new Uri($"{platform.Value.OriginOf(current.Value.Slug)}/permohonan/{number}"),
                Transparency = TransparencyType.Transparent,
            };
            entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Summary, Trigger = new Trigger(Duration.FromDays(-warnDaysBefore)) });
            calendar.Events.Add(entry);
        }
    }
}
