using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;
using static MppDigital.Web.RegencyAdmin.AdminTexts;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>One place: its hours and shares, the days on which it is shut, its counters. <c>baru</c> stands for one that is still to be made.</summary>
public sealed partial class PlacePage
{
    private static readonly string[] Kinds = ["hall", "mobile", "kiosk", "online-desk"];

    private StaffMember? staff;
    private PlaceSettings? place;
    private LineView? line;
    private Problem? refusal;
    private IFormCollection? sent;
    private bool found;
    private string key = Guid.NewGuid().ToString("N");

    [Parameter] public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "selesai")] private string? Done { get; set; }

    [SupplyParameterFromQuery(Name = "antrean")] private string? LineId { get; set; }

    [Inject] private IServiceProvider Services { get; set; } = null!;

    [Inject] private IServiceCatalog Catalog { get; set; } = null!;

    [Inject] private CurrentRegency Current { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private SeasonView? FirstSeason => place?.Terms.Seasons is [var first, ..] ? first : null;

    private IEnumerable<string> Agencies => Catalog.Published.Select(s => s.Definition.Agency.Code).Distinct().Order(StringComparer.Ordinal);

    protected override async Task OnInitializedAsync()
    {
        staff = await Services.GetRequiredService<AdminDoor>().EnterAsync(Http);
        if (staff?.Is(OfficerRole.Admin) is not true) return;
        if (Id != "baru" && Guid.TryParse(Id, out var id)) place = (await Use<ReadPlace, PlaceSettings>(new ReadPlace(staff, id))).Value;
        found = Id == "baru" || place is not null;
        if (!found) Http.Answer(StatusCodes.Status404NotFound);
        line = place?.Lines.FirstOrDefault(l => l.Id.ToString() == LineId);
    }

    private async Task SaveAsync()
    {
        if (!Began()) return;
        var faults = new Dictionary<string, string[]>();
        var kind = PlacesApi.KindOf(Value("kind", ""));
        if (kind is null) faults["/kind"] = [T("Mend")];
        if (Value("active", "") is not ("ya" or "tidak")) faults["/active"] = [T("Mend")];
        var seasons = SeasonsOf(faults);
        var terms = new PlaceTerms(
            kind ?? default, Value("name", "")!, Value("address", "")!, WeekOf("week"), seasons, Number("slotMinutes"), Number("walkInPercent"), Value("waves", "")!, Value("active", "") == "ya");
        var saved = faults.Count > 0 ? Wrong(faults) : await Use<SavePlace, PlaceSettings>(new SavePlace(staff!, place?.Id, terms, Version("version"), key));
        if (saved.Succeeded) Navigation.NavigateTo($"/admin/tempat/{saved.Value.Id}?selesai=ya");
        else Refuse(saved.Problem);
    }

    private async Task CloseAsync()
    {
        if (!Began() || place is null) return;
        var faults = new Dictionary<string, string[]>();
        if (!TypedDate.TryRead(Value("from", ""), out var from)) faults["/from"] = [T("DateWrong")];
        if (!TypedDate.TryRead(Value("until", ""), out var until)) faults["/until"] = [T("DateWrong")];
        var closed = faults.Count > 0 ? Wrong<PlaceClosed>(faults) : await Use<ClosePlace, PlaceClosed>(new ClosePlace(staff!, place.Id, from, until, Value("open", "")!, Value("reason", "")!, key));
        if (closed.Succeeded) Navigation.NavigateTo($"/admin/tempat/{place.Id}?selesai={closed.Value.CalledOff.ToString(CultureInfo.InvariantCulture)}");
        else Refuse(closed.Problem);
    }

    private async Task ReopenAsync()
    {
        if (!Began() || place is null) return;
        var reopened = await Use<ReopenPlace, Done>(new ReopenPlace(staff!, place.Id, Guid.TryParse(Value("closure", ""), out var id) ? id : Guid.Empty));
        if (reopened.Succeeded) Navigation.NavigateTo($"/admin/tempat/{place.Id}?selesai=ya");
        else Refuse(reopened.Problem with { Kind = ProblemKind.Conflict });
    }

    private async Task SaveLineAsync()
    {
        if (!Began() || place is null) return;
        Guid? id = Guid.TryParse(Value("line", ""), out var read) ? read : null;
        line = place.Lines.FirstOrDefault(l => l.Id == id);
        var saved = await Use<SaveLine, PlaceSettings>(new SaveLine(staff!, place.Id, id, line?.Agency ?? Value("agency", "")!, Value("services", "")!.ReplaceLineEndings(" "), Number("minutes"), Value("counters", "")!.Split(','), Version("lineVersion"), key));
        if (saved.Succeeded) Navigation.NavigateTo($"/admin/tempat/{place.Id}?selesai=ya");
        else Refuse(saved.Problem.Kind == ProblemKind.NotFound ? saved.Problem with { Kind = ProblemKind.Conflict } : saved.Problem);
    }

    private bool Began()
    {
        if (!found || staff?.Is(OfficerRole.Admin) is not true) return false;
        sent = Http.Request.Form;
        // A key of the page makes a second press of the button answer the same.
        if (sent["key"].FirstOrDefault() is { Length: 32 } given && given.All(char.IsAsciiHexDigit)) key = given;
        return true;
    }

    private List<SeasonView> SeasonsOf(Dictionary<string, string[]> faults)
    {
        // The page shows the first; further ones came over the interface and stay.
        List<SeasonView> others = [.. (place?.Terms.Seasons ?? []).Skip(1)];
        if (string.IsNullOrWhiteSpace(Value("seasons/0/name", ""))) return others;
        if (!TypedDate.TryRead(Value("seasons/0/from", ""), out var from) || from is null) faults["/seasons/0/from"] = [T("DateWrong")];
        if (!TypedDate.TryRead(Value("seasons/0/until", ""), out var until) || until is null) faults["/seasons/0/until"] = [T("DateWrong")];
        return [new SeasonView(Value("seasons/0/name", "")!, from ?? default, until ?? default, WeekOf("seasons/0/week")), .. others];
    }

    private List<string> WeekOf(string at) => [.. Enumerable.Range(0, 7).Select(day => Value($"{at}/{day}", "") ?? "")];

    private int Number(string field) => int.TryParse(Value(field, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private long? Version(string field) => long.TryParse(Value(field, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static Outcome<PlaceSettings> Wrong(Dictionary<string, string[]> faults) => Wrong<PlaceSettings>(faults);

    private static Outcome<TResult> Wrong<TResult>(Dictionary<string, string[]> faults) => new Problem(ProblemKind.Invalid, "invalid", T("Mend")) { DetailEn = T("Mend"), Errors = faults };

    private void Refuse(Problem problem)
    {
        refusal = problem;
        RefusedPage.Mark(Http, problem);
    }

    private Task<Outcome<TResult>> Use<TInput, TResult>(TInput input) => Services.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, Http.RequestAborted);

    private string? Value(string field, string? stored) => sent is null || !sent.ContainsKey(field) ? stored : sent[field].FirstOrDefault();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Wire(PlaceKind? kind) => kind switch { PlaceKind.Mobile => "mobile", PlaceKind.Kiosk => "kiosk", PlaceKind.OnlineDesk => "online-desk", _ => "hall" };

    // The sixth of January 2025 was a Monday.
    private static string DayName(int day) => Dates.Weekday(new DateOnly(2025, 1, 6).AddDays(day));
}
