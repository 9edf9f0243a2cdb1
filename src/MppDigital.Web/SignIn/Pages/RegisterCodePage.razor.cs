using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class RegisterCodePage(
    IUseCase<DescribeSignIn, SignInView> describe,
    IUseCase<DescribeRegistration, WaitingRegistration> find,
    IUseCase<ConfirmRegistration, RegisteredAccount> confirm,
    IUseCase<SendCodesAgain, Done> sendAgain,
    ConfirmationCookie waitingCookie,
    LoginCookie cookie,
    DeviceCookie device,
    NavigationManager navigation) : ComponentBase
{
    private const string Form = "daftar-kode";

    private WaitingRegistration? waiting;

    private RegisteredAccount? made;

    private Problem? refusal;

    private bool sentAgain;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = SignInPaths.RequestKey)]
    private string? RequestHandle { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "phoneCode")]
    private string? PhoneCode { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "emailCode")]
    private string? EmailCode { get; set; }

    private string Next => With(RequestHandle is null ? "/" : SignInPaths.Resume);

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        var view = (await describe.HandleAsync(new DescribeSignIn(Http, RequestHandle), Http.RequestAborted)).Value;
        if (view?.ReturnOrigin is { } origin) Http.Features.Set(new FormActionOrigin(origin));
        waiting = (await find.HandleAsync(new DescribeRegistration(waitingCookie.Read(Http.Request)), Http.RequestAborted)).Value;
    }

    private async Task SubmitAsync()
    {
        var input = new ConfirmRegistration(waitingCookie.Read(Http.Request), PhoneCode, EmailCode, DeviceName.Of(Http.Request.Headers.UserAgent)) { DeviceHandle = device.Read(Http.Request) };
        var confirmed = await confirm.HandleAsync(input, Http.RequestAborted);
        if (!confirmed.Succeeded)
        {
            Refuse(confirmed.Problem);
            return;
        }

        waitingCookie.Delete(Http.Response);
        cookie.Write(Http.Response, confirmed.Value.Cookie);
        device.Write(Http.Response, confirmed.Value.DeviceHandle);
        // Whoever is not verified yet is told so before going on.
        if (confirmed.Value.IsOpen) made = confirmed.Value;
        else navigation.NavigateTo(Next);
    }

    private async Task SendAgainAsync()
    {
        var sent = await sendAgain.HandleAsync(new SendCodesAgain(waitingCookie.Read(Http.Request)), Http.RequestAborted);
        sentAgain = sent.Succeeded;
        if (!sent.Succeeded) Refuse(sent.Problem);
    }

    private void Refuse(Problem problem)
    {
        refusal = problem;
        RefusedPage.Mark(Http, problem);
    }

    private string With(string path) => RequestHandle is null ? path : QueryHelpers.AddQueryString(path, SignInPaths.RequestKey, RequestHandle);
}
