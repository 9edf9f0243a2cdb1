using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Configuration;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Documents.Registers;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Feedback.Consultations;
using MppDigital.Regencies.Feedback.Heard;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Integrations;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Brokers;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Regencies.Webhooks;

namespace MppDigital.Regencies.Persistence;

/// <summary>The schema that exists 514 times. One model for all; only the connection differs.</summary>
internal sealed class RegencyDbContext(DbContextOptions<RegencyDbContext> options) : DbContext(options)
{
    public DbSet<RegencyIdentity> Identity => Set<RegencyIdentity>();

    public DbSet<Officer> Officers => Set<Officer>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Offering> Offerings => Set<Offering>();

    public DbSet<LocalHoliday> LocalHolidays => Set<LocalHoliday>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DraftPart> DraftParts => Set<DraftPart>();

    public DbSet<UploadedFile> Files => Set<UploadedFile>();

    public DbSet<HeldFactRow> HeldFacts => Set<HeldFactRow>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<ApplicationEvent> Events => Set<ApplicationEvent>();

    public DbSet<ApplicationEvidence> Evidence => Set<ApplicationEvidence>();

    public DbSet<ApplicationPause> Pauses => Set<ApplicationPause>();

    public DbSet<NameToken> NameTokens => Set<NameToken>();

    public DbSet<IdempotencyRow> IdempotencyKeys => Set<IdempotencyRow>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<TrackingTries> TrackingTries => Set<TrackingTries>();

    public DbSet<LifeEventFiling> LifeEventFilings => Set<LifeEventFiling>();

    public DbSet<LifeEventChild> LifeEventChildren => Set<LifeEventChild>();

    public DbSet<IssuedDocument> IssuedDocuments => Set<IssuedDocument>();

    public DbSet<ProductOrder> ProductOrders => Set<ProductOrder>();

    public DbSet<SignatureOrder> SignatureOrders => Set<SignatureOrder>();

    public DbSet<SignerCertificate> SignerCertificates => Set<SignerCertificate>();

    public DbSet<RenewalReminder> RenewalReminders => Set<RenewalReminder>();

    public DbSet<Bill> Bills => Set<Bill>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<PaymentDifference> PaymentDifferences => Set<PaymentDifference>();

    public DbSet<PaymentAccount> PaymentAccounts => Set<PaymentAccount>();

    public DbSet<OwnAccount> OwnAccounts => Set<OwnAccount>();

    public DbSet<Handoff> Handoffs => Set<Handoff>();

    public DbSet<PersonContact> Contacts => Set<PersonContact>();

    public DbSet<StoppedPhone> StoppedPhones => Set<StoppedPhone>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<NoticeWording> NoticeWordings => Set<NoticeWording>();

    public DbSet<NoticeSettings> NoticeSettings => Set<NoticeSettings>();

    public DbSet<IncomingMessage> IncomingMessages => Set<IncomingMessage>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<SurveyInvitation> SurveyInvitations => Set<SurveyInvitation>();

    public DbSet<SurveyPopulation> SurveyPopulation => Set<SurveyPopulation>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<ImprovementTask> ImprovementTasks => Set<ImprovementTask>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<ComplaintEvent> ComplaintEvents => Set<ComplaintEvent>();

    public DbSet<ComplaintFile> ComplaintFiles => Set<ComplaintFile>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<HeardStory> HeardStories => Set<HeardStory>();

    public DbSet<AnsweringHours> AnsweringHours => Set<AnsweringHours>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<QueueHead> QueueHeads => Set<QueueHead>();

    public DbSet<QueueEvent> QueueEvents => Set<QueueEvent>();

    public DbSet<QueueSeries> QueueSeries => Set<QueueSeries>();

    public DbSet<Kiosk> Kiosks => Set<Kiosk>();

    public DbSet<FigureRow> Figures => Set<FigureRow>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<PlaceClosure> PlaceClosures => Set<PlaceClosure>();

    public DbSet<CounterGroup> CounterGroups => Set<CounterGroup>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<VisitSlot> VisitSlots => Set<VisitSlot>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<BookingSignal> BookingSignals => Set<BookingSignal>();

    public DbSet<BrokerAlarm> BrokerAlarms => Set<BrokerAlarm>();

    public DbSet<VisitAppeal> VisitAppeals => Set<VisitAppeal>();

    public DbSet<AccessRow> AccessLog => Set<AccessRow>();

    public DbSet<ConfigurationChange> ConfigurationChanges => Set<ConfigurationChange>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>What others are told of is queued with the change itself, whoever makes it.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Comparing everything tracked is the dear part of a save: once here, instead of again for each question asked below.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            ApplicationChanged.Note(this);
            PaymentRefunded.Note(this);
            KeepHistory.Note(this);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegencyDbContext).Assembly);
        modelBuilder.ApplyConfiguration(new OutboxMapping());
        modelBuilder.ApplyConfiguration<AuditRow>(new AuditMapping());
        modelBuilder.ApplyConfiguration<AuditHead>(new AuditMapping());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>().HavePrecision(3);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }
}
