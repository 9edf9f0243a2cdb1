using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login;
using MppDigital.Login.Outside;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class SignInPage(
    IUseCase<DescribeSignIn, SignInView> describe,
    IUseCase<DescribeOutside, OutsideView> describeOutside,
    IUseCase<SignInWithPassword, SignInStep> signIn,
    LoginCookie cookie,
    DeviceCookie device,
    NavigationManager navigation) : ComponentBase
{
    private SignInView? view;

    private OutsideWay? outside;

    private Problem? refusal;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = SignInPaths.RequestKey)]
    private string? RequestHandle { get; set; }

    /// <summary><c>petugas</c> or <c>warga</c>, when the person chose the other form.</summary>
    [SupplyParameterFromQuery(Name = "sebagai")]
    private string? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = SignInPaths.OutsideKey)]
    private string? OutsideEnd { get; set; }

    [SupplyParameterFromForm(FormName = "masuk", Name = "nik")]
    private string? Nik { get; set; }

    [SupplyParameterFromForm(FormName = "masuk", Name = "username")]
    private string? UserName { get; set; }

    [SupplyParameterFromForm(FormName = "masuk", Name = "password")]
    private string? Password { get; set; }

    private bool AsStaff => Chosen is null ? UserName is { Length: > 0 } || (view?.ForStaff ?? false) : Chosen == "petugas";

    private string OtherForm => QueryHelpers.AddQueryString(With(SignInPaths.SignIn), "sebagai", AsStaff ? "warga" : "petugas");

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        view = (await describe.HandleAsync(new DescribeSignIn(Http, RequestHandle), Http.RequestAborted)).Value;
        // A form that was sent has an answer of its own.
        outside = (await describeOutside.HandleAsync(new DescribeOutside(HttpMethods.IsGet(Http.Request.Method) ? OutsideEnd : null), Http.RequestAborted)).Value?.Way;
        if (HttpMethods.IsGet(Http.Request.Method)) UserName = view?.UserName;
        if (view?.ReturnOrigin is { } origin) Http.Features.Set(new FormActionOrigin(origin));
    }

    private async Task SubmitAsync()
    {
        var input = new SignInWithPassword(Nik, UserName, Password, Http.Connection.RemoteIpAddress)
        {
            Device = DeviceName.Of(Http.Request.Headers.UserAgent),
            DeviceHandle = device.Read(Http.Request),
        };
        var step = await signIn.HandleAsync(input, Http.RequestAborted);
        if (!step.Succeeded)
        {
            refusal = step.Problem;
            RefusedPage.Mark(Http, refusal);
            return;
        }

        cookie.Write(Http.Response, step.Value.Cookie);
        if (step.Value.DeviceHandle is { } known) device.Write(Http.Response, known);
        navigation.NavigateTo(With(step.Value.SecondFactorIsDue ? SignInPaths.Code : step.Value.PasskeyIsAsked ? SignInPaths.NewPasskey : RequestHandle is null ? "/" : SignInPaths.Resume));
    }

    private string With(string path) => RequestHandle is null ? path : QueryHelpers.AddQueryString(path, SignInPaths.RequestKey, RequestHandle);
}
