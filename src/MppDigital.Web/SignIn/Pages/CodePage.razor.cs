using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class CodePage(
    IUseCase<DescribeSignIn, SignInView> describe,
    IUseCase<ConfirmSecondFactor, SignInStep> confirm,
    LoginCookie cookie,
    DeviceCookie device,
    NavigationManager navigation) : ComponentBase
{
    private SignInView? view;

    private Problem? refusal;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = SignInPaths.RequestKey)]
    private string? RequestHandle { get; set; }

    [SupplyParameterFromForm(FormName = "kode", Name = "code")]
    private string? Code { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        view = (await describe.HandleAsync(new DescribeSignIn(Http, RequestHandle), Http.RequestAborted)).Value;
        if (view?.ReturnOrigin is { } origin) Http.Features.Set(new FormActionOrigin(origin));
    }

    private async Task SubmitAsync()
    {
        var step = await confirm.HandleAsync(new ConfirmSecondFactor(Http, Code), Http.RequestAborted);
        if (!step.Succeeded)
        {
            refusal = step.Problem;
            RefusedPage.Mark(Http, refusal);
            return;
        }

        cookie.Write(Http.Response, step.Value.Cookie);
        if (step.Value.DeviceHandle is { } known) device.Write(Http.Response, known);
        navigation.NavigateTo(With(step.Value.PasskeyIsAsked ? SignInPaths.NewPasskey : RequestHandle is null ? "/" : SignInPaths.Resume));
    }

    private string With(string path) => RequestHandle is null ? path : QueryHelpers.AddQueryString(path, SignInPaths.RequestKey, RequestHandle);
}
