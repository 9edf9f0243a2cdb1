using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Login.Staff;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.SignIn.Pages;

/// <summary>From the code of an invitation to the role: an account, a second factor, and yes.</summary>
public sealed partial class InvitationPage(
    IUseCase<DescribeInvitation, InvitationView> describe,
    IUseCase<CreateStaffAccount, SignInStep> make,
    IUseCase<AcceptInvitation, AcceptedInvitation> accept,
    ITenantDirectory regencies,
    IRegencyScopes scopes,
    IOptions<PlatformOptions> platform,
    InvitationCookie waiting,
    LoginCookie cookie,
    DeviceCookie device,
    NavigationManager navigation) : ComponentBase
{
    private InvitationView? view;

    private SeatTaken? taken;

    private Problem? refusal;

    private Regency? regency;

    private string desk = "";

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "undangan-kode", Name = "code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "undangan-akun", Name = "username")]
    private string? UserName { get; set; }

    [SupplyParameterFromForm(FormName = "undangan-akun", Name = "password")]
    private string? Password { get; set; }

    private string Place => regency?.Name ?? "MPP Digital";

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        if (waiting.Read(Http.Request) is not { Length: > 0 } kept) return;
        var described = await describe.HandleAsync(new DescribeInvitation(Http, kept), Http.RequestAborted);
        if (described.Succeeded)
        {
            view = described.Value;
            regency = RegencyCode.TryParse(view.RegencyCode, out var code) ? regencies.Find(code) : null;
            return;
        }

        // Withdrawn meanwhile, or used by its person: the next code is typed anew.
        waiting.Delete(Http.Response);
        if (HttpMethods.IsGet(Http.Request.Method)) Refuse(described.Problem);
    }

    private async Task TypeAsync()
    {
        var described = await describe.HandleAsync(new DescribeInvitation(Http, Code), Http.RequestAborted);
        if (!described.Succeeded)
        {
            view = null;
            Refuse(described.Problem);
            return;
        }

        waiting.Write(Http.Response, Code!.Trim());
        navigation.NavigateTo(SignInPaths.Invitation);
    }

    private async Task MakeAsync()
    {
        var made = await make.HandleAsync(new CreateStaffAccount(Http, waiting.Read(Http.Request), UserName, Password), Http.RequestAborted);
        if (!made.Succeeded)
        {
            Refuse(made.Problem);
            return;
        }

        cookie.Write(Http.Response, made.Value.Cookie);
        if (made.Value.DeviceHandle is { } known) device.Write(Http.Response, known);
        navigation.NavigateTo(SignInPaths.Invitation);
    }

    private async Task AcceptAsync()
    {
        var accepted = await accept.HandleAsync(new AcceptInvitation(Http, waiting.Read(Http.Request)), Http.RequestAborted);
        if (!accepted.Succeeded)
        {
            Refuse(accepted.Problem);
            return;
        }

        await using var scope = scopes.For(RegencyCode.Parse(accepted.Value.RegencyCode));
        var seated = await scope.ServiceProvider.GetRequiredService<IUseCase<TakeSeat, SeatTaken>>().HandleAsync(new TakeSeat(accepted.Value.Id, accepted.Value.Sub), Http.RequestAborted);
        if (!seated.Succeeded)
        {
            Refuse(seated.Problem);
            return;
        }

        waiting.Delete(Http.Response);
        taken = seated.Value;
        desk = platform.Value.OriginOf(regency!.Slug) + "/petugas";
    }

    private void Drop()
    {
        waiting.Delete(Http.Response);
        navigation.NavigateTo(SignInPaths.Invitation);
    }

    private void Refuse(Problem problem)
    {
        refusal = problem;
        RefusedPage.Mark(Http, problem);
    }
}
