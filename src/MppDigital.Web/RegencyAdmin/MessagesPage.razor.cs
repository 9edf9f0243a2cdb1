using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>What did not reach people, the regency's wordings, and how it names itself.</summary>
public sealed partial class MessagesPage
{
    private const int AtATime = 50;

    private StaffMember? staff;
    private DeadLetters? letters;
    private IReadOnlyList<WordingRow> wordings = [];
    private Problem? refusal;
    private string? typed;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ListDeadLetters, DeadLetters> List { get; set; } = null!;

    [Inject]
    private IUseCase<ListWordings, IReadOnlyList<WordingRow>> Wordings { get; set; } = null!;

    [Inject]
    private IUseCase<SendAgain, Done> Again { get; set; } = null!;

    [Inject]
    private IUseCase<NameSender, Done> Name { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "sebelum")]
    private string? Before { get; set; }

    /// <summary>What was done just before the redirect.</summary>
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
    }

    private async Task AgainAsync()
    {
        if (letters is null) return;
        var sent = await Again.HandleAsync(new SendAgain(staff!, Guid.TryParse(Http.Request.Form["pesan"].FirstOrDefault(), out var id) ? id : Guid.Empty), Http.RequestAborted);
        if (sent.Succeeded) Navigation.NavigateTo("/admin/pesan?selesai=lagi");
        // The list is still here; only the letter is gone.
        else Refuse(sent.Problem.Kind == ProblemKind.NotFound ? sent.Problem with { Kind = ProblemKind.Conflict } : sent.Problem);
        await ReadAsync();
    }

    private async Task NameAsync()
    {
        if (letters is null) return;
        typed = Http.Request.Form["senderName"].FirstOrDefault() ?? "";
        var named = await Name.HandleAsync(new NameSender(staff!, typed), Http.RequestAborted);
        if (named.Succeeded) Navigation.NavigateTo("/admin/pesan?selesai=nama");
        else Refuse(named.Problem);
    }

    private void Refuse(Problem problem)
    {
        refusal = AdminTexts.InLanguage(problem);
        RefusedPage.Mark(Http, problem);
    }

    private async Task ReadAsync()
    {
        DateTime? after = DateTimeOffset.TryParse(Before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime : null;
        letters = (await List.HandleAsync(new ListDeadLetters(staff!, AtATime, after), Http.RequestAborted)).Value;
        wordings = (await Wordings.HandleAsync(new ListWordings(staff!), Http.RequestAborted)).Value ?? [];
    }
}
