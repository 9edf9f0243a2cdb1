using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.National.Residents;
using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Citizen.Visits;

/// <summary>The last look before a time is taken: for whom, with which precedence, about which application.</summary>
public sealed partial class BookPage
{
    private const int MostApplications = 20;
    private static readonly string[] Priorities = ["none", "elderly", "disabled", "pregnant"];

    private readonly List<FieldError> errors = [];
    private IReadOnlyList<MandateView> mandates = [];
    private IReadOnlyList<string> applications = [];
    private SlotView? slot;
    private Problem? problem;
    private IFormCollection? sent;
    private string key = Guid.NewGuid().ToString("N");

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public string Code { get; set; } = "";

    [SupplyParameterFromQuery(Name = "jam")] private string? Time { get; set; }

    [Inject] private IServiceCatalog Catalog { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IServiceProvider Services { get; set; } = null!;

    [Inject] private IUseCase<ReadSlots, SlotPage> Read { get; set; } = null!;

    [Inject] private IUseCase<BookVisit, VisitView> Book { get; set; } = null!;

    [Inject] private IUseCase<ListMandates, MyMandates> ListMandates { get; set; } = null!;

    [Inject] private IUseCase<ListMyApplications, Page<MyApplication>> ListApplications { get; set; } = null!;

    private string Service => Code.ToUpperInvariant();

    private string Choose => $"/layanan/{Uri.EscapeDataString(Code)}/kunjungan{(slot is null ? "" : $"?hari={slot.StartsAt:yyyy-MM-dd}")}";

    private string Name => Catalog.Find(Service) is { Definition: var service } ? Language.Pick(service.NameId, service.NameEn) : Code;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        var ct = Http.RequestAborted;
        if (await Services.GetRequiredService<Callers>().ApplicantAsync(Http, ct) is not { Succeeded: true, Value: var me })
        {
            problem = new Problem(ProblemKind.Forbidden, "citizens-only", VisitWords.Bound) { DetailEn = VisitWords.Bound };
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        var all = await ListMandates.HandleAsync(new ListMandates(new Resident(me.Sub, me.Nik, me.Name)), ct);
        mandates = [.. (all.Value?.Held ?? []).Where(m => m.State == "active" && (m.Services.Count == 0 || m.Services.Contains(Service)))];
        var mine = await ListApplications.HandleAsync(new ListMyApplications(me.Sub, MostApplications, null), ct);
        applications = [.. (mine.Value?.Items ?? []).Where(a => a.Service == Service && a.Status is not ("withdrawn" or "refused")).Select(a => a.Number)];
        await FindAsync(HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType ? Http.Request.Form["jam"].FirstOrDefault() : Time);
        if (slot is null && HttpMethods.IsGet(Http.Request.Method)) Navigation.NavigateTo(Choose);
    }

    private async Task BookAsync()
    {
        sent = Http.Request.Form;
        if (Given("key") is { Length: 32 } given && given.All(char.IsAsciiHexDigit)) key = given;
        if (!VisitsApi.TryPriority(Given("prioritas") ?? "", out var priority)) errors.Add(new FieldError("prioritas", VisitWords.ChooseOne));
        var mandate = mandates.FirstOrDefault(m => m.Id.ToString() == Given("untuk"));
        if (mandate is null && Given("untuk") is not (null or "saya")) errors.Add(new FieldError("untuk", VisitWords.WithoutMandate));
        if (Given("permohonan") is { Length: > 0 } number && !applications.Contains(number)) errors.Add(new FieldError("permohonan", VisitWords.ChooseOne));
        if (errors.Count > 0)
        {
            Http.Answer(StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var ct = Http.RequestAborted;
        var applicant = mandate is { } under ? await Services.GetRequiredService<Acting>().ApplicantAsync(Http, under.Id, Service, ct) : await Services.GetRequiredService<Callers>().ApplicantAsync(Http, ct);
        var booked = applicant.Succeeded
            ? await Book.HandleAsync(new BookVisit(applicant.Value, key, Service, Given("jam") ?? "", Services.GetRequiredService<BookingDevice>().SourceOf(Http)) { Priority = priority, Application = Given("permohonan") ?? "" }, ct)
            : applicant.Problem;
        if (booked.Succeeded)
        {
            Navigation.NavigateTo($"/kunjungan/{booked.Value.Id}?baru=ya");
            return;
        }

        problem = booked.Problem;
        RefusedPage.Mark(Http, problem);
        key = Guid.NewGuid().ToString("N");
    }

    /// <summary>The time as it stands now; null when it is in no list any more.</summary>
    private async Task FindAsync(string? id)
    {
        if (id is not { Length: 45 } || !DateTime.TryParseExact(id.AsSpan(33), "yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var at)) return;
        var page = await Read.HandleAsync(new ReadSlots(Service, Dates.DateOf(at, Current.Value.Zone)), Http.RequestAborted);
        slot = page.Value?.Items.FirstOrDefault(s => s.Id == id);
    }

    private string? Given(string name) => sent?[name].FirstOrDefault();

    private string? ErrorOf(string id) => errors.Find(e => e.Id == id)?.Message;
}
