using Microsoft.EntityFrameworkCore;
using MppDigital.National.Brokers;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.National.Performance;
using MppDigital.National.Registry;
using MppDigital.National.Residents;
using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Mandates;
using MppDigital.National.Residents.Requests;
using MppDigital.National.Residents.Vault;
using MppDigital.National.Residents.Wallet;
using MppDigital.National.Rollout;
using MppDigital.National.Stamps;
using MppDigital.National.Tips;
using MppDigital.National.Verification;
using MppDigital.National.Voice;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National;

/// <summary>The one central database.</summary>
internal sealed class NationalDbContext(DbContextOptions<NationalDbContext> options) : DbContext(options)
{
    public DbSet<RegencyRow> Regencies => Set<RegencyRow>();

    public DbSet<StampRow> Stamps => Set<StampRow>();

    public DbSet<ServiceVersionRow> ServiceVersions => Set<ServiceVersionRow>();

    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();

    public DbSet<StandingRow> Standings => Set<StandingRow>();

    public DbSet<ReleaseTrafficRow> ReleaseTraffic => Set<ReleaseTrafficRow>();

    public DbSet<StageEventRow> StageEvents => Set<StageEventRow>();

    public DbSet<MilestoneRow> Milestones => Set<MilestoneRow>();

    public DbSet<PlatformFigureRow> PlatformFigures => Set<PlatformFigureRow>();

    public DbSet<SatisfactionRow> Satisfaction => Set<SatisfactionRow>();

    public DbSet<IssuedDocumentRow> IssuedDocuments => Set<IssuedDocumentRow>();

    public DbSet<MinistryOfficer> MinistryOfficers => Set<MinistryOfficer>();

    public DbSet<VaultKeyRow> VaultKeys => Set<VaultKeyRow>();

    public DbSet<ResidentFactRow> ResidentFacts => Set<ResidentFactRow>();

    public DbSet<WalletDocumentRow> WalletDocuments => Set<WalletDocumentRow>();

    public DbSet<ConsentRow> Consents => Set<ConsentRow>();

    public DbSet<HandOverRow> HandOvers => Set<HandOverRow>();

    public DbSet<LookRow> Looks => Set<LookRow>();

    public DbSet<ResidentKey> ResidentKeys => Set<ResidentKey>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<MandateUse> MandateUses => Set<MandateUse>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<BrokerReport> BrokerReports => Set<BrokerReport>();

    public DbSet<EscalatedComplaint> EscalatedComplaints => Set<EscalatedComplaint>();

    public DbSet<Tip> Tips => Set<Tip>();

    public DbSet<TipKeyRow> TipKeys => Set<TipKeyRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NationalDbContext).Assembly);
        var audit = new AuditMapping();
        modelBuilder.ApplyConfiguration<AuditRow>(audit);
        modelBuilder.ApplyConfiguration<AuditHead>(audit);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>().HavePrecision(3);
        configurationBuilder.Properties<RegencyStage>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<ReleaseState>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<RolloutEvent>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<MilestoneKind>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<MinistryRole>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<DocumentStatus>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<FactOrigin>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<WalletOrigin>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<LookedBy>().HaveConversion<string>().HaveMaxLength(20);
    }
}
