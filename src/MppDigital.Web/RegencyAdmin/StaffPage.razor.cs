using Microsoft.AspNetCore.Components;
using MppDigital.Login.Staff;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.RegencyAdmin.AdminTexts;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>The access review: who works here, since when, when they were last seen; kept or removed in one go, and recorded.</summary>
public sealed partial class StaffPage
{
    private StaffMember? staff;
    private StaffList? list;
    private IReadOnlyDictionary<string, StaffAccountView> accounts = new Dictionary<string, StaffAccountView>();
    private InvitationCode? code;
    private Problem? refusal;
    private string? done;
    private bool confirmed;
    private Func<string, string?> chosen = _ => null;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ListStaff, StaffList> Read { get; set; } = null!;

    [Inject]
    private IUseCase<DescribeStaff, StaffAccounts> Describe { get; set; } = null!;

    [Inject]
    private StaffDesk Desk { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff?.Is(OfficerRole.Admin) is not true)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        if (StepUp.Return(Http) is { } kept) (confirmed, chosen) = (true, name => kept[name]);
        await ReadAsync();
    }

    private async Task ReviewAsync()
    {
        if (list is null) return;
        var form = Http.Request.Form;
        chosen = name => form[name].FirstOrDefault();
        var reviewed = await Desk.ReviewAsync(staff!, Chosen("tetap"), Chosen("cabut"), Http.RequestAborted);
        await ShowAsync(reviewed.Problem, reviewed.Succeeded ? T("Reviewed", reviewed.Value.Kept, reviewed.Value.Removed.Count) : null);
    }

    private async Task ChangeAsync()
    {
        if (list is null) return;
        var form = Http.Request.Form;
        if (Guid.TryParse(form["baru"], out var renewed))
        {
            var made = await Desk.RenewAsync(staff!, renewed, Http.RequestAborted);
            code = made.Value;
            await ShowAsync(made.Problem, null);
        }
        else
        {
            var withdrawn = await Desk.WithdrawAsync(staff!, Guid.TryParse(form["tarik"], out var id) ? id : Guid.Empty, Http.RequestAborted);
            await ShowAsync(withdrawn.Problem, withdrawn.Succeeded ? T("Withdrawn") : null);
        }
    }

    private async Task ShowAsync(Problem? problem, string? success)
    {
        if (StepUpAnswer.Fits(problem)) await StepUp.LeaveAsync(Http, Navigation);
        (refusal, done) = (problem, success);
        if (problem is null) chosen = _ => null;
        else RefusedPage.Mark(Http, problem);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        list = (await Read.HandleAsync(new ListStaff(staff!), Http.RequestAborted)).Value;
        accounts = (await Describe.HandleAsync(new DescribeStaff([.. list!.Seats.Select(s => s.Sub).Distinct()]), Http.RequestAborted)).Value!.ById;
    }

    private HashSet<Guid> Chosen(string decision) => [.. list!.Seats.Where(s => ChosenFor(s) == decision).Select(s => s.Id)];

    private string? ChosenFor(SeatRow seat) => chosen(seat.Id.ToString());

    private StaffAccountView? AccountOf(SeatRow seat) => accounts.GetValueOrDefault(seat.Sub);

    private static string FactorsOf(StaffAccountView account) => T(account switch { { HasPasskey: true } => "FactorPasskey", { HasCodeApp: true } => "FactorApp", _ => "FactorNone" });

    private string TermOf(SeatRow seat)
    {
        var from = seat.From is { } first ? T("FromDay", Dates.Full(first)) : seat.GrantedAt is { } granted ? T("FromDay", Dates.Full(Dates.DateOf(granted, Current.Value.Zone))) : T("FromStart");
        return $"{from}{(seat.Until is { } last ? T("UntilDay", Dates.Full(last)) : "")}{(seat.IsInForce ? "" : T("NotInForce"))}";
    }
}
