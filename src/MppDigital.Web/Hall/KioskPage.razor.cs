using Microsoft.AspNetCore.Components;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Hall;

/// <summary>Lets a device in by its code; then people check in or take a number, and the answer is the ticket itself.</summary>
public sealed partial class KioskPage
{
    private static readonly string[] Sheets = ["hall.css"];
    private static readonly string[] Modules = ["kios.js"];

    private KioskView? kiosk;
    private KioskMenu? menu;
    private TicketSlip? slip;
    private Problem? refusal;
    private string typed = "";

    // Not the handlers themselves: whoever is no kiosk yet needs none of them.
    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        kiosk = (await Services.GetRequiredService<KioskDoor>().FindAsync(Http, Http.RequestAborted)).Value;
        await ReadAsync();
    }

    private async Task EnrolAsync()
    {
        typed = Http.Request.Form["code"].FirstOrDefault() ?? "";
        var door = Services.GetRequiredService<KioskDoor>();
        var device = await Use<EnrolKiosk, KioskDevice>(new EnrolKiosk(typed));
        if (device is null) return;
        door.Let(Http, device);
        var found = await Services.GetRequiredService<IUseCase<FindKiosk, KioskView>>().HandleAsync(new FindKiosk(device), Http.RequestAborted);
        kiosk = found.Value;
        await ReadAsync();
    }

    private async Task CheckInAsync()
    {
        if (kiosk is null) return;
        slip = await Use<CheckInAtKiosk, TicketSlip>(new CheckInAtKiosk(kiosk.Place, Http.Request.Form["typed"].FirstOrDefault() ?? ""));
    }

    private async Task TakeAsync()
    {
        if (kiosk is null) return;
        var parts = (Http.Request.Form["choice"].FirstOrDefault() ?? "").Split('|');
        var line = Guid.TryParse(parts[0], out var id) ? id : Guid.Empty;
        slip = await Use<TakeTicket, TicketSlip>(new TakeTicket(kiosk.Place, line, parts.ElementAtOrDefault(1) ?? "", Http.Request.Form["priority"] == "ya"));
    }

    private async Task<TResult?> Use<TInput, TResult>(TInput input)
        where TResult : class
    {
        var outcome = await Services.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, Http.RequestAborted);
        if (outcome.Succeeded) return outcome.Value;
        refusal = HallTexts.InLanguage(outcome.Problem);
        RefusedPage.Mark(Http, refusal);
        return null;
    }

    /// <summary>In the hall's own zone: the device may keep another, or a wrong time.</summary>
    private DateTimeOffset Now => TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Current.Value.Zone);

    private static string Follow(TicketSlip slip) => $"/kunjungan/tiket/{slip.Id}";

    private async Task ReadAsync()
    {
        if (kiosk is null) return;
        menu = (await Services.GetRequiredService<IUseCase<ReadKioskMenu, KioskMenu>>().HandleAsync(new ReadKioskMenu(kiosk.Place), Http.RequestAborted)).Value;
    }
}
