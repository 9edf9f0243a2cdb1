using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Citizen.Account;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>The regency's own words for one event, in both languages, with how they read.</summary>
public sealed partial class WordingPage
{
    private StaffMember? staff;
    private WordingView? view;
    private WordingView? shown;
    private Problem? refusal;
    private Func<string, string?>? given;

    [Parameter]
    public string Event { get; set; } = "";

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadWording, WordingView> Read { get; set; } = null!;

    [Inject]
    private IUseCase<PreviewWording, WordingView> Preview { get; set; } = null!;

    [Inject]
    private IUseCase<ChangeWording, WordingView> Change { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Saved just before the redirect.</summary>
    [SupplyParameterFromQuery(Name = "selesai")]
    private string? Done { get; set; }

    private string Name => view is null ? AdminTexts.T("Messages") : MessageWords.Event(view.Event);

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff?.Is(OfficerRole.Admin) is not true)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        view = (await Read.HandleAsync(new ReadWording(staff, Event), Http.RequestAborted)).Value;
        if (view is null) Http.AnswerNotFound();
    }

    private async Task SendAsync()
    {
        if (view is null) return;
        var form = Http.Request.Form;
        given = name => form[name].FirstOrDefault();
        var (id, en) = (Words("id"), Words("en"));
        if (given("aksi") == "lihat")
        {
            Take(await Preview.HandleAsync(new PreviewWording(staff!, Event, id, en), Http.RequestAborted));
            return;
        }

        long? version = long.TryParse(given("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var back = given("aksi") == "kembali";
        var changed = await Change.HandleAsync(new ChangeWording(staff!, Event, back ? null : id, back ? null : en, version), Http.RequestAborted);
        if (changed.Succeeded) Navigation.NavigateTo($"/admin/pesan/{Uri.EscapeDataString(Event)}?selesai=ya");
        Take(changed);
    }

    private void Take(Outcome<WordingView> outcome)
    {
        (shown, refusal) = (outcome.Value, Named(outcome.Problem));
        if (refusal is not null) RefusedPage.Mark(Http, refusal);
    }

    /// <summary><c>/id/brief</c> is the field <c>id-brief</c> of the page.</summary>
    private static Problem? Named(Problem? problem) => problem is null ? null : problem with { Errors = problem.Errors.ToDictionary(e => "/" + e.Key[1..].Replace('/', '-'), e => e.Value) };

    private Wording Words(string language) => new(given!($"{language}-brief") ?? "", given($"{language}-subject") ?? "", (given($"{language}-body") ?? "").ReplaceLineEndings("\n"));

    private string? ErrorOf(string language, string field) => refusal.ErrorOf($"{language}-{field}");

    private string? Value(string language, string field, string stored) => given is null ? stored : given($"{language}-{field}");

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"{{{n}}}"));
}
