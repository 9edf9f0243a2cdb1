using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Requests;
using MppDigital.Platform;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Applications.Reuse;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Changes;
using MppDigital.Regencies.Configuration;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Documents.Registers;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Feedback;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Integrations;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.PersonalData;
using MppDigital.Regencies.Provisioning;
using MppDigital.Regencies.Upkeep;
using MppDigital.Regencies.Visits;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Regencies.Webhooks;

namespace MppDigital.Regencies;

public static class RegenciesServices
{
    public static IServiceCollection AddRegencies(this IServiceCollection services)
    {
        services.AddMemoryCache();
        // Read side only: a projection cannot write, and one test holds every column to account.
        services.AddSingleton<AutoMapper.IConfigurationProvider>(p => new AutoMapper.MapperConfiguration(
            o =>
            {
                o.LicenseKey = p.GetRequiredService<IConfiguration>()["AutoMapper:LicenseKey"];
                o.AddMaps(typeof(RegenciesServices).Assembly);
            },
            p.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<RegencyDatabases>();
        services.AddSingleton<NationalCalendar>();
        services.AddSingleton<IProvisioningStep, ProvisionRegencies>();
        services.AddSingleton<WarmUp>(RegencyDatabases.WarmUpModel);
        services.AddScoped<IDbContextFactory<RegencyDbContext>, RegencyDbContextFactory>();
        services.AddScoped(p => new StaffDirectory(p.GetRequiredService<CurrentRegency>(), p.GetRequiredService<IMemoryCache>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<IDbContextFactory<RegencyDbContext>>()));
        services.AddScoped<StaffBook>();
        services.AddScoped<RegencySecrets>();
        services.AddScoped<LegalDates>();
        services.AddScoped<DraftParts>();
        services.AddScoped<GatherFacts>();
        services.AddScoped<AskVault>();
        services.AddScoped<TakePapers>();
        services.AddScoped<IOutboxHandler, SendAccess>();
        services.AddScoped<IOutboxHandler, TellHandOver>();
        services.AddScoped<FileApplication>();
        services.AddScoped<TrackingGate>();
        services.AddScoped<Idempotency>();
        services.AddScoped<ApplicationViews>();
        services.AddScoped<StageViews>();
        services.AddScoped<OfficerViews>();
        services.AddSingleton<PlatformAuthority>();
        services.AddScoped<SigningQueue>();
        services.AddScoped<SignerDesk>();
        services.AddScoped<SignedStore>();
        services.AddScoped<DocumentIssuer>();
        services.AddScoped<LapsedDeclaration>();
        services.AddScoped<DeadlineWarnings>();
        services.AddScoped<GrantByLaw>();
        services.AddScoped<ReadTruth>();
        services.AddScoped<ApplicationDesk>();
        services.AddScoped<FindDefinition>();
        services.AddScoped<SendFigures>();
        services.AddScoped<SendStanding>();
        services.AddSingleton<HallCalls>();
        services.AddScoped<QueueLine>();
        services.AddScoped<Desks>();
        services.AddScoped<LineTimes>();
        services.AddScoped<IssueTicket>();
        services.AddScoped<IOutboxHandler>(p => p.GetRequiredService<SendFigures>());
        services.AddScoped<IOutboxHandler>(p => p.GetRequiredService<SendStanding>());
        services.AddScoped<DocumentDesk>();
        services.AddScoped<IOutboxHandler, RegisterDocument>();
        services.AddScoped<IOutboxHandler, KeepProven>();
        services.AddScoped<IOutboxHandler, FollowBill>();
        services.AddScoped<IOutboxHandler, TellMandateUse>();
        services.AddScoped<HandoffDesks>();
        services.AddScoped<HandoffNews>();
        services.AddScoped<OutsideViews>();
        services.AddScoped<IOutboxHandler, PassOn>();
        services.AddScoped<IOutboxHandler, ConfirmLater>();
        services.AddScoped<IRegencyTask, FollowHandoffs>();
        services.AddScoped<IRegencyPersonalData, ApplicationsHeld>().AddScoped<IRegencyPersonalData, UnfiledHeld>().AddScoped<IRegencyPersonalData, LooksHeld>();
        services.AddScoped<IRegencyPersonalData, MessagesHeld>().AddScoped<IRegencyPersonalData, VisitsHeld>().AddScoped<IRegencyPersonalData, VoiceHeld>();
        services.AddScoped<PaymentAccounts>();
        services.AddScoped<IConnector, PaymentConnector>();
        services.AddScoped<ConnectorAccounts>();
        services.AddScoped<IConnectorAccounts>(p => p.GetRequiredService<ConnectorAccounts>());
        services.AddScoped<BookReport>();
        services.AddScoped<ReadCallbacks>();
        services.AddSingleton<CallbackLine>();
        services.AddScoped<IOutboxHandler, SendRefund>();
        services.AddScoped<IRegencyTask, ReconcilePayments>();
        services.AddScoped<IOutboxHandler, RevokeAtRegister>();
        services.AddScoped<IOutboxHandler, OrderProduct>();
        services.AddScoped<RegencyAddress>();
        services.AddScoped<WriteNotice>();
        services.AddScoped<ChatCommands>();
        services.AddScoped<IOutboxHandler, TellOfChange>();
        services.AddScoped<IOutboxHandler, TellOfRefund>();
        services.AddScoped<IOutboxHandler, TellOfVisit>();
        services.AddScoped<IOutboxHandler, SendRenewalReminder>();
        services.AddScoped<IOutboxHandler, DeliverMessage>();
        services.AddScoped<IRegencyTask, RemindOfCorrection>();
        services.AddScoped<IOutboxHandler, TellWebhooks>();
        services.AddScoped<IOutboxHandler, DeliverWebhook>();
        services.AddScoped<IRegencyTask, RemindOfRenewal>();
        services.AddScoped<WeighLifeEvent>();
        services.AddScoped<LifeEventViews>();
        services.AddScoped<SettleWaiting>();
        services.AddScoped<AdvanceLifeEvents>();
        services.AddScoped<IOutboxHandler>(p => p.GetRequiredService<AdvanceLifeEvents>());
        services.AddScoped<IRegencyTask>(p => p.GetRequiredService<AdvanceLifeEvents>());
        services.AddScoped<IRegencyTask>(p => p.GetRequiredService<SendFigures>());
        services.AddScoped<IRegencyTask>(p => p.GetRequiredService<SendStanding>());
        services.AddScoped<IJobHandler, WatchReleases>();
        services.AddScoped<IRegencyTask, GrantDueApplications>();
        services.AddScoped<IRegencyTask, DropExpired>();
        services.AddVoice();
        services.AddConfiguration().AddVisits();

        return services
            .AddUseCase<ListOfferings, Page<OfferingRow>, ListOfferingsHandler>()
            .AddUseCase<ReadOffering, OfferingView, ReadOfferingHandler>()
            .AddUseCase<ReadDeadline, DeadlineView, ReadDeadlineHandler>()
            .AddUseCase<ReadServiceSheet, ServiceSheet, ReadServiceSheetHandler>()
            .AddUseCase<ReadOfferingSettings, OfferingSettings, ChangeOfferingHandler>()
            .AddUseCase<ChangeOffering, OfferingSettings, ChangeOfferingHandler>()
            .AddUseCase<PrepareForm, PreparedForm, PrepareFormHandler>()
            .AddUseCase<AgreeToReuse, ConsentReceipt, AgreeToReuseHandler>()
            .AddUseCase<SaveDraft, DraftView, SaveDraftHandler>()
            .AddUseCase<SaveDraftStep, DraftView, SaveDraftStepHandler>()
            .AddUseCase<ReadDraft, DraftView, ReadDraftHandler>()
            .AddUseCase<UploadDocument, UploadedDocument, UploadDocumentHandler>()
            .AddUseCase<ReadUpload, UploadView, ReadUploadHandler>()
            .AddUseCase<SubmitApplication, Receipt, SubmitApplicationHandler>()
            .AddUseCase<ListMyApplications, Page<MyApplication>, ListMyApplicationsHandler>()
            .AddUseCase<ReadApplication, ApplicationView, ReadApplicationHandler>()
            .AddUseCase<ListCorrections, IReadOnlyList<OfficeRequest>, DecideCorrectionHandler>()
            .AddUseCase<ReviewCorrection, CorrectionSheet, DecideCorrectionHandler>()
            .AddUseCase<DecideCorrection, DataRequestView, DecideCorrectionHandler>()
            .AddUseCase<GatherBreach, BreachReport, GatherBreachHandler>()
            .AddUseCase<FindActedFor, ActedForApplication, FindActedForHandler>()
            .AddUseCase<WithdrawApplication, ApplicationView, WithdrawApplicationHandler>()
            .AddUseCase<CorrectApplication, ApplicationView, CorrectApplicationHandler>()
            .AddUseCase<TrackApplication, TrackedApplication, TrackApplicationHandler>()
            .AddUseCase<ListLifeEvents, Page<LifeEventOffer>, ReadLifeEventHandler>()
            .AddUseCase<ReadLifeEvent, LifeEventSheet, ReadLifeEventHandler>()
            .AddUseCase<PrepareLifeEvent, PreparedLifeEvent, PrepareLifeEventHandler>()
            .AddUseCase<BeginLifeEvent, DraftView, BeginLifeEventHandler>()
            .AddUseCase<SubmitLifeEvent, LifeEventReceipt, SubmitLifeEventHandler>()
            .AddUseCase<ReadLifeEventFiling, LifeEventView, ReadLifeEventFilingHandler>()
            .AddUseCase<ListMyLifeEvents, Page<MyLifeEvent>, ListMyLifeEventsHandler>()
            .AddUseCase<FindTogether, Together, FindTogetherHandler>()
            .AddUseCase<WithdrawLifeEvent, LifeEventView, WithdrawLifeEventHandler>()
            .AddUseCase<TrackLifeEvent, LifeEventView, TrackLifeEventHandler>()
            .AddUseCase<ReadDocumentSheet, DocumentSheet, ReadDocumentSheetHandler>()
            .AddUseCase<ReadMyDocuments, Page<DocumentLife>, ReadMyDocumentsHandler>()
            .AddUseCase<ReadDocumentAtDesk, DocumentLife, ReadMyDocumentsHandler>()
            .AddUseCase<RevokeDocument, DocumentLife, RevokeDocumentHandler>()
            .AddUseCase<ReplaceDocument, DocumentLife, ReplaceDocumentHandler>()
            .AddUseCase<ReadIssuedDocument, IssuedFile, ReadIssuedDocumentHandler>()
            .AddUseCase<ReadDocumentsToSign, DocumentsToSign, ReadDocumentsToSignHandler>()
            .AddUseCase<ListSigners, IReadOnlyList<SignerView>, ReadDocumentsToSignHandler>()
            .AddUseCase<EnrolSigner, SignerView, EnrolSignerHandler>()
            .AddUseCase<SignDocuments, IReadOnlyList<SignedDocument>, SignDocumentsHandler>()
            .AddUseCase<ReadPayment, PaymentView, ReadPaymentHandler>()
            .AddUseCase<BeginPayment, PaymentView, BeginPaymentHandler>()
            .AddUseCase<AskPayment, PaymentView, AskPaymentHandler>()
            .AddUseCase<ReceiveCallback, Done, ReceiveCallbackHandler>()
            .AddUseCase<ListPayments, Finance, ListPaymentsHandler>()
            .AddUseCase<ReadPaymentRow, PaymentRow, ListPaymentsHandler>()
            .AddUseCase<RefundPayment, PaymentRow, RefundPaymentHandler>()
            .AddUseCase<ResolveDifference, Done, ResolveDifferenceHandler>()
            .AddUseCase<SetPaymentAccount, Done, SetPaymentAccountHandler>()
            .AddUseCase<ReadPaymentAccount, PaymentAccountView, ReadPaymentAccountHandler>()
            .AddUseCase<ReceiveOutsideNews, Done, ReceiveOutsideNewsHandler>()
            .AddUseCase<ListConnectors, IReadOnlyList<ConnectorRow>, ListConnectorsHandler>()
            .AddUseCase<ReadConnector, ConnectorRow, ListConnectorsHandler>()
            .AddUseCase<TryConnector, ConnectorTrial, TryConnectorHandler>()
            .AddUseCase<ChangeConnector, ConnectorRow, ChangeConnectorHandler>()
            .AddUseCase<ReadContact, ContactView, ChooseChannelsHandler>()
            .AddUseCase<ChooseChannels, ContactView, ChooseChannelsHandler>()
            .AddUseCase<ListMyMessages, Page<MyMessage>, ListMyMessagesHandler>()
            .AddUseCase<ListDeadLetters, DeadLetters, ListDeadLettersHandler>()
            .AddUseCase<SendAgain, Done, SendAgainHandler>()
            .AddUseCase<ListWordings, IReadOnlyList<WordingRow>, ListWordingsHandler>()
            .AddUseCase<ReadWording, WordingView, ChangeWordingHandler>()
            .AddUseCase<PreviewWording, WordingView, ChangeWordingHandler>()
            .AddUseCase<ChangeWording, WordingView, ChangeWordingHandler>()
            .AddUseCase<NameSender, Done, NameSenderHandler>()
            .AddUseCase<ReceiveReport, Done, ReceiveReportHandler>()
            .AddUseCase<AddWebhook, WebhookMade, AddWebhookHandler>()
            .AddUseCase<ListWebhooks, IReadOnlyList<WebhookRow>, ListWebhooksHandler>()
            .AddUseCase<ReadWebhook, WebhookLog, ListWebhooksHandler>()
            .AddUseCase<SwitchWebhook, Done, SwitchWebhookHandler>()
            .AddUseCase<ReplayDelivery, Done, SwitchWebhookHandler>()
            .AddUseCase<ReceiveText, TextAnswer, ReceiveTextHandler>()
            .AddUseCase<ReadPerformance, PerformanceView, ReadPerformanceHandler>()
            .AddUseCase<ListChanges, ChangePage, ListChangesHandler>()
            .AddUseCase<ListDesks, IReadOnlyList<DeskChoice>, ReadDeskHandler>()
            .AddUseCase<ReadDesk, DeskView, ReadDeskHandler>()
            .AddUseCase<CallNext, DeskView, CallNextHandler>()
            .AddUseCase<MoveTicket, DeskView, MoveTicketHandler>()
            .AddUseCase<CheckInAtKiosk, TicketSlip, CheckInVisitHandler>()
            .AddUseCase<CheckInVisit, TicketSlip, CheckInVisitHandler>()
            .AddUseCase<TakeTicket, TicketSlip, TakeTicketHandler>()
            .AddUseCase<ListPlaceNames, IReadOnlyList<PlaceName>, ReadKioskMenuHandler>()
            .AddUseCase<ReadKioskMenu, KioskMenu, ReadKioskMenuHandler>()
            .AddUseCase<ReserveNumbers, IReadOnlyList<NumberRange>, BringNumbersHandler>()
            .AddUseCase<BringNumbers, IReadOnlyList<BroughtNumber>, BringNumbersHandler>()
            .AddUseCase<ReadTicket, TicketStanding, ReadTicketHandler>()
            .AddUseCase<FindMyTicket, TicketLink, FindMyTicketHandler>()
            .AddUseCase<ReadInbox, Page<InboxRow>, ReadInboxHandler>()
            .AddUseCase<CountAlarms, Alarms, CountAlarmsHandler>()
            .AddUseCase<ReviewApplication, OfficerView, ReviewApplicationHandler>()
            .AddUseCase<RevealNik, OfficerView, RevealNikHandler>()
            .AddUseCase<ReadApplicantFile, ApplicantFile, ReadApplicantFileHandler>()
            .AddUseCase<CompleteApplication, OfficerView, CompleteApplicationHandler>()
            .AddUseCase<ClaimApplication, OfficerView, ClaimApplicationHandler>()
            .AddUseCase<VerifyApplication, OfficerView, VerifyApplicationHandler>()
            .AddUseCase<VisitApplication, OfficerView, VisitApplicationHandler>()
            .AddUseCase<AssignApplication, OfficerView, AssignApplicationHandler>()
            .AddUseCase<ListColleagues, IReadOnlyList<Colleague>, ListColleaguesHandler>()
            .AddUseCase<MoveTogether, IReadOnlyList<MovedFile>, MoveTogetherHandler>()
            .AddUseCase<RecommendApplication, OfficerView, RecommendApplicationHandler>()
            .AddUseCase<ReturnApplication, OfficerView, ReturnApplicationHandler>()
            .AddUseCase<ApproveApplication, OfficerView, ApproveApplicationHandler>()
            .AddUseCase<RefuseApplication, OfficerView, RefuseApplicationHandler>()
            .AddUseCase<SeatOfficers, Done, SeatOfficersHandler>()
            .AddUseCase<RecordCounterWork, Done, RecordCounterWorkHandler>()
            .AddUseCase<ListStaff, StaffList, ListStaffHandler>()
            .AddUseCase<InviteStaff, InvitationMade, InviteStaffHandler>()
            .AddUseCase<InviteFirstAdmin, InvitationMade, InviteStaffHandler>()
            .AddUseCase<RenewInvitation, InvitationMade, RenewInvitationHandler>()
            .AddUseCase<WithdrawInvitation, InvitationMade, RenewInvitationHandler>()
            .AddUseCase<TakeSeat, SeatTaken, TakeSeatHandler>()
            .AddUseCase<ChangeSeat, Done, ChangeSeatHandler>()
            .AddUseCase<ReviewStaff, StaffReviewed, ReviewStaffHandler>();
    }

    /// <summary>What runs besides requests: the outbox of every regency. The schedule of nightly walks is the program's.</summary>
    public static IServiceCollection AddRegencyWorkers(this IServiceCollection services) => services.AddHostedService<OutboxDrain<RegencyDbContext>>();

    /// <summary>The job that looks at the regencies of releases on their way.</summary>
    public const string WatchReleasesJob = WatchReleases.JobKind;

    /// <summary>A regency hears at once what the ministry told it about a complaint.</summary>
    public static JobRequest HearMinistryJob(RegencyCode regency) => new(Feedback.Complaints.HearMinistryJob.JobKind, "{}", regency.Value, "voice");

    /// <summary>Kinds of nightly work that each regency needs, for the program's schedule.</summary>
    public static class Tasks
    {
        public const string GrantDue = GrantDueApplications.TaskKind;
        public const string Figures = SendFigures.Kind;
        public const string RenewalReminders = RemindOfRenewal.TaskKind;
        public const string CorrectionReminders = RemindOfCorrection.TaskKind;
        public const string SurveyCare = Feedback.Surveys.CareForSurvey.TaskKind;
        public const string LifeEvents = AdvanceLifeEvents.TaskKind;
        public const string FollowHandoffs = Applications.Handoffs.FollowHandoffs.TaskKind;
        public const string Standing = SendStanding.Kind;
        public const string ReconcilePayments = Payments.ReconcilePayments.TaskKind;
        public const string EscalateComplaints = Feedback.Complaints.EscalateComplaints.TaskKind;
        public const string FollowLapor = Feedback.Complaints.FollowChannel.TaskKind;
        public const string TakeLapor = Feedback.Complaints.TakeDispositions.TaskKind;
        public const string MissedVisits = Visits.Bookings.RecordMissed.TaskKind;
        public const string WatchBrokers = Visits.Brokers.WatchBrokers.TaskKind;
        public const string DropExpired = Upkeep.DropExpired.TaskKind;
    }
}
