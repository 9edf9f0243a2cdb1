using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Components.Pieces;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class RegisterPage(
    IUseCase<DescribeSignIn, SignInView> describe,
    IUseCase<RegisterAccount, RegistrationStarted> register,
    ConfirmationCookie cookie,
    NavigationManager navigation) : ComponentBase
{
    private const string Form = "daftar";

    private Problem? refusal;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = SignInPaths.RequestKey)]
    private string? RequestHandle { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "nik")]
    private string? Nik { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "birthDay")]
    private string? BirthDay { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "birthMonth")]
    private string? BirthMonth { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "birthYear")]
    private string? BirthYear { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "motherName")]
    private string? MotherName { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "phone")]
    private string? Phone { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "password")]
    private string? Password { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        var view = (await describe.HandleAsync(new DescribeSignIn(Http, RequestHandle), Http.RequestAborted)).Value;
        if (view?.ReturnOrigin is { } origin) Http.Features.Set(new FormActionOrigin(origin));
    }

    private async Task SubmitAsync()
    {
        var made = await register.HandleAsync(new RegisterAccount(Nik, Name, Birth(), MotherName, Phone, Email, Password, Http.Connection.RemoteIpAddress), Http.RequestAborted);
        if (!made.Succeeded)
        {
            refusal = made.Problem;
            RefusedPage.Mark(Http, refusal);
            return;
        }

        cookie.Write(Http.Response, made.Value.Handle);
        navigation.NavigateTo(With(SignInPaths.RegisterCode));
    }

    private DateOnly? Birth() =>
        DateOnly.TryParseExact($"{BirthYear?.Trim()}-{BirthMonth?.Trim()}-{BirthDay?.Trim()}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private string? ErrorOf(string field) => refusal?.Errors.GetValueOrDefault("/" + field)?[0];

    private string? Invalid(string field) => ErrorOf(field) is null ? null : "true";

    private List<FieldError> Errors =>
        [.. (refusal?.Errors ?? new Dictionary<string, string[]>()).Select(e => new FieldError(e.Key == "/birthDate" ? "birthDay" : e.Key[1..], e.Value[0]))];

    private string With(string path) => RequestHandle is null ? path : QueryHelpers.AddQueryString(path, SignInPaths.RequestKey, RequestHandle);
}
