using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Login.Accounts;
using MppDigital.Login.Clients;
using MppDigital.Login.Counter;
using MppDigital.Login.Demo;
using MppDigital.Login.Keys;
using MppDigital.Login.MyAccount;
using MppDigital.Login.Outside;
using MppDigital.Login.Passkeys;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Login.Staff;
using MppDigital.Platform;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login;

public static class LoginServices
{
    /// <summary>Sends notices of ended sessions to clients; the web program decides how its own hosts are reached.</summary>
    public const string NoticesHttpClient = "login-notices";

    /// <summary>Speaks to the outside identity provider, where one is configured.</summary>
    public const string OutsideHttpClient = "login-outside";

    /// <summary>Kind of the job that removes what has expired and repeats notices that were not heard.</summary>
    public const string CareJob = "login-care";

    /// <summary>The national login. Its host maps <see cref="LoginEndpoints.MapLogin"/> and registers a <see cref="TroublePage"/>.</summary>
    public static IServiceCollection AddLogin(this IServiceCollection services)
    {
        services.AddOptions<LoginOptions>();
        services.Configure<IdentityOptions>(LoginDbContext.UseNewestSchema);
        services.AddDbContextFactory<LoginDbContext>((provider, options) => provider.GetRequiredService<IDatabaseEngine>().Configure(options, Databases.Login));
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddHttpClient(NoticesHttpClient);
        services.AddOutsideIdentity();
        services.AddHttpContextAccessor();

        services.AddSingleton<IProvisioningStep, ProvisionLogin>();
        services.AddSingleton<WarmUp>(WarmUps.Model<LoginDbContext>);
        services.AddSingleton<ICentralDatabase>(p => new CentralDatabase<LoginDbContext>(Databases.Login, p.GetRequiredService<IDbContextFactory<LoginDbContext>>()));
        services.AddSingleton<LoginCipher>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IProtectionKeyRows, ProtectionKeyRows>();
        services.AddSingleton<AccountSeal>();
        services.AddSingleton<RegisteredClients>();
        services.AddSingleton(provider => new ClientDirectory(
            provider.GetRequiredService<IOptions<PlatformOptions>>(),
            provider.GetRequiredService<IOptions<LoginOptions>>(),
            provider.GetRequiredService<ITenantDirectory>(),
            provider.GetRequiredService<RegisteredClients>()));
        services.AddSingleton(provider => new ClientSecrets(provider.GetRequiredService<LoginCipher>()));
        services.AddSingleton<Issuer>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<LoginCookie>();
        services.AddSingleton<CurrentSession>();
        services.AddSingleton<StrongFactors>();
        services.AddSingleton<SessionStart>();
        services.AddSingleton<SessionEnding>();
        services.AddSingleton<LogoutNotices>();
        services.AddSingleton(provider => new EndedSessions(
            provider.GetRequiredService<IDbContextFactory<LoginDbContext>>(),
            provider.GetRequiredService<IDatabaseEngine>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Lockout>();
        services.AddSingleton<AddressLimit>();
        services.AddSingleton<AttemptCounter>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<CivilCheck>();
        services.AddSingleton<MessageLine>();
        services.AddHostedService(provider => provider.GetRequiredService<MessageLine>());
        services.AddSingleton<Confirmations>();
        services.AddSingleton<AccountNotices>();
        services.AddSingleton<IPersonNotices, PersonNotices>();
        services.AddScoped<IPersonalData, AccountHeld>();
        services.AddSingleton<UnprovenAccounts>();
        services.AddSingleton<ConfirmPersons>();
        services.AddSingleton<ConfirmationCookie>();
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<InvitationCookie>();
        services.AddSingleton<InvitationCodes>();
        services.AddSingleton<CounterLimit>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<RecoveryCodes>();
        services.AddSingleton<Owner>();
        services.AddSingleton<PasskeyStates>();
        services.AddPasskeys();
        services.AddSingleton<ClientAuthentication>();
        services.AddSingleton<ClientAssertions>();
        services.AddSingleton<AuthorizationCheck>();
        services.AddSingleton<Consents>();
        services.AddSingleton<PendingRequests>();
        services.AddSingleton<AuthorizationDecision>();
        services.AddSingleton<GrantTokens>();
        services.AddSingleton<CodeRedemption>();
        services.AddSingleton<RefreshRotation>();
        services.AddSingleton<DemoFile>();

        services.AddUseCase<RegisterAccount, RegistrationStarted, RegisterAccountHandler>();
        services.AddUseCase<DescribeRegistration, WaitingRegistration, DescribeRegistrationHandler>();
        services.AddUseCase<SendCodesAgain, Done, SendCodesAgainHandler>();
        services.AddUseCase<ConfirmRegistration, RegisteredAccount, ConfirmRegistrationHandler>();
        services.AddUseCase<SignInWithPassword, SignInStep, SignInWithPasswordHandler>();
        services.AddUseCase<ConfirmSecondFactor, SignInStep, ConfirmSecondFactorHandler>();
        services.AddUseCase<ConfirmAgain, SignInStep, ConfirmAgainHandler>();
        services.AddUseCase<DescribeSignIn, SignInView, DescribeSignInHandler>();
        services.AddUseCase<SendResetCodeAgain, Done, SendCodesAgainHandler>();
        services.AddUseCase<BeginPasswordReset, ResetBegun, BeginPasswordResetHandler>();
        services.AddUseCase<ResetPassword, Done, ResetPasswordHandler>();
        services.AddUseCase<DescribeMyAccount, MyAccountView, DescribeMyAccountHandler>();
        services.AddUseCase<ReadContacts, IReadOnlyList<PersonContact>, ReadContactsHandler>();
        services.AddUseCase<EndMySessions, EndedCount, EndMySessionsHandler>();
        services.AddUseCase<ChangeMyPassword, Done, ChangeMyPasswordHandler>();
        services.AddUseCase<OfferTotp, TotpOffer, OfferTotpHandler>();
        services.AddUseCase<TurnOnTotp, NewRecoveryCodes, TurnOnTotpHandler>();
        services.AddUseCase<TurnOffTotp, Done, TurnOffTotpHandler>();
        services.AddUseCase<RenewRecoveryCodes, NewRecoveryCodes, RenewRecoveryCodesHandler>();
        services.AddUseCase<BeginContactChange, ContactChangeBegun, BeginContactChangeHandler>();
        services.AddUseCase<DescribeContactChange, WaitingContactChange, DescribeContactChangeHandler>();
        services.AddUseCase<ConfirmContactChange, Done, ConfirmContactChangeHandler>();
        services.AddUseCase<DisconnectOutside, Done, DisconnectOutsideHandler>();
        services.AddUseCase<CloseMyAccount, Done, CloseMyAccountHandler>();
        services.AddUseCase<AskNikCorrection, Done, AskNikCorrectionHandler>();
        services.AddUseCase<OfferPasskey, PasskeyOffer, OfferPasskeyHandler>();
        services.AddUseCase<AddPasskey, Done, AddPasskeyHandler>();
        services.AddUseCase<ListPasskeys, MyPasskeys, ListPasskeysHandler>();
        services.AddUseCase<ChangePasskey, Done, ChangePasskeyHandler>();
        services.AddUseCase<OfferPasskeySignIn, PasskeyOffer, OfferPasskeySignInHandler>();
        services.AddUseCase<SignInWithPasskey, SignInStep, SignInWithPasskeyHandler>();
        services.AddUseCase<RegisterAtCounter, CounterRegistration, RegisterAtCounterHandler>();
        services.AddUseCase<UsePrintedCode, Done, UsePrintedCodeHandler>();
        services.AddUseCase<ReportDeath, Done, ReportDeathHandler>();
        services.AddScoped<IJobHandler, LoginCare>();
        services.AddUseCase<DecideNikCorrection, Done, DecideNikCorrectionHandler>();
        services.AddUseCase<LiftDeathNotice, Done, LiftDeathNoticeHandler>();
        services.AddUseCase<OpenInvitation, InvitationCode, OpenInvitationHandler>();
        services.AddUseCase<CloseInvitation, Done, OpenInvitationHandler>();
        services.AddUseCase<DescribeInvitation, InvitationView, DescribeInvitationHandler>();
        services.AddUseCase<CreateStaffAccount, SignInStep, CreateStaffAccountHandler>();
        services.AddUseCase<AcceptInvitation, AcceptedInvitation, AcceptInvitationHandler>();
        services.AddUseCase<DescribeStaff, StaffAccounts, DescribeStaffHandler>();
        services.AddUseCase<EndStaffSessions, Done, EndStaffSessionsHandler>();
        services.AddUseCase<SignOut, Done, SignOutHandler>();
        services.AddUseCase<RegisterClient, ClientAdmitted, RegisterClientHandler>();
        services.AddUseCase<ExportClients, ClientExport, ExportClientsHandler>();
        services.AddUseCase<DescribeConsent, ConsentView, DescribeConsentHandler>();
        services.AddUseCase<DecideConsent, Done, DecideConsentHandler>();
        services.AddUseCase<SeedDemoAccounts, DemoAccounts, SeedDemoAccountsHandler>();
        services.AddUseCase<ListDemoStaff, IReadOnlyList<DemoSeat>, ListDemoStaffHandler>();
        services.AddUseCase<FindDemoAccounts, DemoTraces, FindDemoAccountsHandler>();
        return services;
    }
}
