using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Web.Citizen.Applications;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;
using MppDigital.Web.Hosts;

namespace MppDigital.Web.Citizen.Track;

/// <summary>Number and secret by form, then a sealed cookie for 15 minutes: neither ever stands in an address.</summary>
public sealed partial class TrackPage : ComponentBase
{
    private const string Cookie = "mpp-lacak";
    private const string Path = "/lacak";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private Progress? progress;
    private LifeEventView? together;
    private IReadOnlyList<string> waits = [];
    private List<FieldError> errors = [];
    private string number = "";

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    /// <summary>The number that was written at the portal, sealed; it only fills in the form.</summary>
    [SupplyParameterFromQuery(Name = NumberHandover.Parameter)] public string? Handed { get; set; }

    [Inject] private NumberHandover Handover { get; set; } = null!;

    [Inject] private Sealed Seals { get; set; } = null!;

    [Inject] private IServiceCatalog Catalog { get; set; } = null!;

    [Inject] private IUseCase<TrackApplication, TrackedApplication> Track { get; set; } = null!;

    [Inject] private IUseCase<TrackLifeEvent, LifeEventView> TrackTogether { get; set; } = null!;

    [Inject] private IUseCase<FindTogether, Together> Find { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(Http.Request.Method)) return;
        number = Handover.Open(Current.Value.Code, Handed) ?? "";
        // Whoever comes with a number wants that one, not the one looked at before.
        if (number.Length == 0 && Seals.Find<Tracked>(Http, Cookie) is { } known) await ShowAsync(known);
    }

    private void Close()
    {
        Seals.Drop(Http, Cookie, Path);
        Navigation.NavigateTo(Path);
    }

    private async Task TrackAsync()
    {
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        number = form["nomor"].ToString().Trim();
        var secret = form["kode"].ToString().Trim();
        if (number.Length == 0) errors.Add(new FieldError("nomor", TrackWords.WriteNumber));
        if (secret.Length == 0) errors.Add(new FieldError("kode", TrackWords.WriteSecret));
        var tracked = new Tracked(number, secret);
        if (errors.Count > 0 || !await ShowAsync(tracked)) return;
        Seals.Keep(Http, Cookie, Path, tracked, Life);
        Navigation.NavigateTo(Path);
    }

    private async Task<bool> ShowAsync(Tracked tracked)
    {
        var all = await TrackTogether.HandleAsync(new TrackLifeEvent(tracked.Number, tracked.Secret), Http.RequestAborted);
        if (all.Succeeded) together = all.Value;
        else if (!all.Problem.IsUnknownNumber()) return Refuse(all.Problem);
        if (together is not null) return true;

        var found = await Track.HandleAsync(new TrackApplication(tracked.Number, tracked.Secret), Http.RequestAborted);
        if (!found.Succeeded) return Refuse(found.Problem);
        progress = Progress.Of(found.Value, Catalog.Find(found.Value.Service)!.Definition);
        waits = (await Find.HandleAsync(new FindTogether(found.Value.Number), Http.RequestAborted)).Value?.WaitsFor ?? [];
        return true;
    }

    private bool Refuse(Problem problem)
    {
        errors.Add(new FieldError("nomor", Language.Pick(problem.Detail, problem.DetailEn)));
        Http.Answer(Api.ApiAnswers.StatusOf(problem.Kind));
        return false;
    }

    private string? ErrorOf(string id) => errors.FirstOrDefault(e => e.Id == id)?.Message;

    private sealed record Tracked(string Number, string Secret);
}
