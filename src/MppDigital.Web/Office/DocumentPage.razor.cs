using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

/// <summary>A document after it was issued, for whoever may sign it: issue it anew, revoke it, annul what the law had granted.</summary>
public sealed partial class DocumentPage
{
    private StaffMember? staff;
    private DocumentLife? life;
    private Problem? unread;
    private Problem? refusal;
    private bool confirmed;
    private string? acted;
    private Func<string, string?>? given;

    [Parameter]
    public string Number { get; set; } = "";

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadDocumentAtDesk, DocumentLife> Read { get; set; } = null!;

    [Inject]
    private IUseCase<RevokeDocument, DocumentLife> Revoke { get; set; } = null!;

    [Inject]
    private IUseCase<ReplaceDocument, DocumentLife> Replace { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>What was done just before, after the redirect.</summary>
    [SupplyParameterFromQuery(Name = "selesai")]
    private string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff is null)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        await ReadAsync();
        if (unread is not null) Http.Answer(ApiAnswers.StatusOf(unread.Kind));
        else if (StepUp.Return(Http) is { } kept) (confirmed, acted, given) = (true, kept.Form, name => kept[name]);
    }

    private Task ReplaceAsync() => ChangeAsync("ganti", desk => Replace.HandleAsync(new ReplaceDocument(desk, given!("reason") ?? ""), Http.RequestAborted));

    private Task RevokeAsync() => ChangeAsync("cabut", desk => Revoke.HandleAsync(new RevokeDocument(desk, given!("reason") ?? "", given!("ground")), Http.RequestAborted));

    private async Task ChangeAsync(string action, Func<DeskRequest, Task<Outcome<DocumentLife>>> change)
    {
        if (life is null) return;
        var form = Http.Request.Form;
        (acted, given) = (action, name => form[name].FirstOrDefault());
        long? version = long.TryParse(given("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var changed = await change(new DeskRequest(staff!, Number, version));
        if (StepUpAnswer.Fits(changed.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        else if (changed.Succeeded) Navigation.NavigateTo($"/petugas/permohonan/{Uri.EscapeDataString(Number)}/dokumen?selesai={action}");
        else await RefuseAsync(changed.Problem);
    }

    /// <summary>The page shows the present state, whoever was faster.</summary>
    private async Task RefuseAsync(Problem problem)
    {
        // The ids on the page tell the two reasons apart.
        refusal = problem with { Errors = problem.Errors.ToDictionary(e => e.Key == "/reason" ? $"/{acted}-reason" : e.Key, e => Language.IsEnglish ? [T($"Mend-{e.Key[1..]}")] : e.Value) };
        Http.Answer(ApiAnswers.StatusOf(problem.Kind));
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var read = await Read.HandleAsync(new ReadDocumentAtDesk(staff!, Number), Http.RequestAborted);
        (life, unread) = (read.Value, read.Problem);
    }

    private string? Typed(string action) => acted == action ? given?.Invoke("reason") : null;

    private string? ErrorOf(string action, string field) => acted == action ? refusal.ErrorOf(field == "reason" ? $"{action}-reason" : field) : null;
}
