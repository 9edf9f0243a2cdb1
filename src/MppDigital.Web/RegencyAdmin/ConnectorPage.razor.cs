using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Integrations;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.RegencyAdmin.AdminTexts;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>One outside system: how it stands, whether it answers now, and the agreement under which the regency calls it.</summary>
public sealed partial class ConnectorPage
{
    private StaffMember? staff;
    private ConnectorRow? row;
    private ConnectorTrial? trial;
    private Problem? refusal;
    private bool confirmed;
    private Func<string, string?>? given;

    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadConnector, ConnectorRow> Read { get; set; } = null!;

    [Inject]
    private IUseCase<ChangeConnector, ConnectorRow> Change { get; set; } = null!;

    [Inject]
    private IUseCase<TryConnector, ConnectorTrial> Attempt { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Saved just before the redirect.</summary>
    [SupplyParameterFromQuery(Name = "selesai")]
    private string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff?.Is(OfficerRole.Admin) is not true)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        await ReadAsync();
        if (row is null) Http.AnswerNotFound();
        else if (StepUp.Return(Http) is { } kept) (confirmed, given) = (true, name => kept[name]);
    }

    private async Task TryAsync()
    {
        if (row is null) return;
        var tried = await Attempt.HandleAsync(new TryConnector(staff!, Name), Http.RequestAborted);
        (trial, refusal) = (tried.Value, tried.Problem);
        if (refusal is not null) RefusedPage.Mark(Http, refusal);
        await ReadAsync();
    }

    private async Task SaveAsync()
    {
        if (row is null) return;
        var form = Http.Request.Form;
        given = name => form[name].FirstOrDefault()?.Trim();
        long? version = long.TryParse(given("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var changed = await Change.HandleAsync(
            new ChangeConnector(staff!, Name, version, given("address") ?? "", given("clientId") ?? "", given("secret") ?? "", given("hapus") == "ya"), Http.RequestAborted);
        if (changed.Succeeded) Navigation.NavigateTo($"/admin/integrasi/{row.Connector}?selesai=ya");
        if (StepUpAnswer.Fits(changed.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        if (changed.Problem is null) return;
        refusal = InLanguage(changed.Problem);
        Http.Answer(ApiAnswers.StatusOf(refusal.Kind));
        await ReadAsync();
    }

    /// <summary>The use case says it in Indonesian.</summary>
    private static Problem InLanguage(Problem problem) =>
        Language.IsEnglish ? problem with { Errors = problem.Errors.ToDictionary(e => e.Key, e => (string[])[T($"MendAgreement-{e.Key[1..]}")]) } : problem;

    private async Task ReadAsync() => row = (await Read.HandleAsync(new ReadConnector(staff!, Name), Http.RequestAborted)).Value;

    private string? Value(string field, string? stored) => given is null ? stored : given(field);
}
