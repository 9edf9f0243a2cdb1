using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login.Accounts;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login;

internal sealed class LoginDbContext(DbContextOptions<LoginDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>
    /// Identity reads its schema version from the application's services. Migration tools and tests have none, and would silently
    /// get the first version, which lacks the table of passkeys.
    /// </summary>
    private static readonly ServiceProvider SchemaServices = new ServiceCollection().Configure<IdentityOptions>(UseNewestSchema).BuildServiceProvider();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Confirmation> Confirmations => Set<Confirmation>();

    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

    public DbSet<AccountRequest> AccountRequests => Set<AccountRequest>();

    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();

    public DbSet<LoginSecret> Secrets => Set<LoginSecret>();

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    public DbSet<RegisteredClient> RegisteredClients => Set<RegisteredClient>();

    public DbSet<UsedAssertion> UsedAssertions => Set<UsedAssertion>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SessionClient> SessionClients => Set<SessionClient>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<AttemptWindow> AttemptWindows => Set<AttemptWindow>();

    public DbSet<AuthorizationRequest> AuthorizationRequests => Set<AuthorizationRequest>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<AuthorizationCode> AuthorizationCodes => Set<AuthorizationCode>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public static void UseNewestSchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(SchemaServices);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>().HavePrecision(3);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LoginDbContext).Assembly);
    }
}
