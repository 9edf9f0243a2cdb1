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
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Web.Api;

namespace MppDigital.Web.Citizen.Visits;

/// <summary><c>/kunjungan/{id}/kalender.ics</c>: one visit for the owner's own calendar (RFC 5545); the service and the place, no name and no NIK.</summary>
internal static class VisitFile
{
    public static void Map(IEndpointRouteBuilder routes, string host) =>
        routes.MapGet("/kunjungan/{id:guid}/kalender.ics", ReadAsync).RequireHost(host).RequireAuthorization(ApiPolicies.Citizen).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, IUseCase<ReadVisit, VisitView> read, IServiceCatalog catalog, CurrentRegency current, IOptions<PlatformOptions> platform, TimeProvider clock, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await read.HandleAsync(new ReadVisit(Callers.SubOf(http), id), ct) is not { Succeeded: true, Value: var visit }) return Results.NotFound();
        var entry = new CalendarEvent
        {
            // The same visit saved again is the same entry; a later file moves it.
            Uid = $"{visit.Id:N}@{platform.Value.RootDomain}",
            Sequence = (int)visit.Version,
            DtStamp = new CalDateTime(clock.GetUtcNow().UtcDateTime),
            Start = new CalDateTime(visit.StartsAt.UtcDateTime),
            End = new CalDateTime(visit.EndsAt.UtcDateTime),
            Summary = VisitPage.NameOf(catalog, visit.Service),
            Location = $"{visit.Place}, {visit.Address}",
            Url = new Uri($"{platform.Value.OriginOf(current.Value.Slug)}/kunjungan/{visit.Id}"),
            Status = visit.State is "booked" or "checked-in" or "served" ? EventStatus.Confirmed : EventStatus.Cancelled,
        };
        entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Summary, Trigger = new Trigger(Duration.FromHours(-2)) });
        var calendar = new Calendar { ProductId = "-//MPP Digital//ID" };
        calendar.Events.Add(entry);
        return Results.File(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), "text/calendar; charset=utf-8", $"kunjungan-{visit.Code}.ics");
    }
}
