using Microsoft.AspNetCore.Components;
using MppDigital.Login.Staff;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.RegencyAdmin.AdminTexts;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>An admin invites somebody to a role, by e-mail or with a printed code.</summary>
public sealed partial class InvitePage
{
    private StaffMember? staff;
    private StaffList? list;
    private InvitationCode? code;
    private Problem? refusal;
    private bool confirmed;
    private Func<string, string?> given = _ => null;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ListStaff, StaffList> Read { get; set; } = null!;

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

        if (StepUp.Return(Http) is { } kept) (confirmed, given) = (true, name => kept[name]);
        list = (await Read.HandleAsync(new ListStaff(staff), Http.RequestAborted)).Value;
    }

    private async Task InviteAsync()
    {
        if (list is null) return;
        var form = Http.Request.Form;
        given = name => form[name].FirstOrDefault();
        var faults = new Dictionary<string, string[]>();
        if (!TypedDate.TryRead(Given("from"), out var from)) faults["/from"] = [T("DateWrong")];
        if (!TypedDate.TryRead(Given("until"), out var until)) faults["/until"] = [T("DateWrong")];
        if (!Enum.TryParse<OfficerRole>(Given("role"), out var role) || !Enum.IsDefined(role)) faults["/role"] = [T("RoleMissing")];
        if (OpenInvitation.FaultOf(Given("email")) is { } wrong) faults["/email"] = [wrong];
        // A seat that is none is a seat of somebody else, and the rule about substitutes says so.
        Guid? substitute = string.IsNullOrEmpty(Given("substituteFor")) ? null : Guid.TryParse(Given("substituteFor"), out var seat) ? seat : Guid.Empty;
        var invited = faults.Count > 0
            ? new Problem(ProblemKind.Invalid, "invalid", T("Mend")) { DetailEn = T("Mend"), Errors = faults }
            : await Desk.InviteAsync(staff!, new SeatTerms(Given("name") ?? "", role, Given("agency") ?? "", from, until, substitute), Given("email"), Http.RequestAborted);
        if (StepUpAnswer.Fits(invited.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        (code, refusal) = (invited.Value, invited.Problem);
        if (refusal is not null) RefusedPage.Mark(Http, refusal);
    }

    private string? Given(string name) => given(name);
}
