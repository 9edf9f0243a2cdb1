using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.National.Brokers;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.LifeEvents;
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
using MppDigital.National.Seeding;
using MppDigital.National.Snapshots;
using MppDigital.National.Tips;
using MppDigital.National.Verification;
using MppDigital.National.Voice;
using MppDigital.Platform;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National;

public static class NationalServices
{
    public static IServiceCollection AddNational(this IServiceCollection services)
    {
        services.AddDbContextFactory<NationalDbContext>((provider, options) => provider.GetRequiredService<IDatabaseEngine>().Configure(options, Databases.National));
        services.AddSingleton(p => Seed.Read(p.GetRequiredService<IOptions<PlatformOptions>>().Value.SeedDirectory));
        services.AddSingleton(p => new SeedMark(p.GetRequiredService<IDbContextFactory<NationalDbContext>>(), p.GetRequiredService<IDatabaseEngine>(), p.GetRequiredService<IOptions<PlatformOptions>>()));
        services.AddSingleton<IProvisioningStep, ProvisionNational>();
        services.AddSingleton<WarmUp>(WarmUps.Model<NationalDbContext>);
        services.AddSingleton<ICentralDatabase>(p => new CentralDatabase<NationalDbContext>(Databases.National, p.GetRequiredService<IDbContextFactory<NationalDbContext>>()));
        services.AddSingleton<VaultSecrets>();
        services.AddSingleton<TipSecrets>();
        services.AddSingleton<TipSheets>();
        services.AddSingleton<ResidentCipher>();
        services.AddSingleton<MandateBook>();
        services.AddScoped<ConsentBook>();
        services.AddSingleton<RequestBook>();
        services.AddSingleton<CopyStore>();
        services.AddScoped<IPersonalData, VaultHeld>();
        services.AddScoped<IPersonalData, MandatesHeld>();
        services.AddScoped<IPersonalData, RequestsHeld>();
        services.AddScoped<IJobHandler, WorkDataRequests>();
        services.AddSingleton<RegistryDirectory>();
        services.AddSingleton<ITenantDirectory>(p => p.GetRequiredService<RegistryDirectory>());
        services.AddSingleton<PublishedCatalog>();
        services.AddSingleton<WatchedRegencies>();
        services.AddScoped<IServiceCatalog>(p => new CatalogInForce(p.GetRequiredService<PublishedCatalog>(), p.GetService<CurrentRegency>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new LifeEventsWritten(() => LifeEventsFolder.Read(p.GetRequiredService<IOptions<PlatformOptions>>().Value.SeedDirectory)));
        services.AddScoped(p => new LifeEventBook(p.GetRequiredService<IServiceCatalog>(), p.GetRequiredService<LifeEventsWritten>()));
        services.AddSingleton(p => new NationalSnapshots(
            p.GetRequiredService<IDbContextFactory<NationalDbContext>>(), p.GetRequiredService<RegistryDirectory>(), p.GetRequiredService<PublishedCatalog>(), p.GetRequiredService<IOptions<PlatformOptions>>()));

        return services
            .AddUseCase<ImportSeed, SeedImport, ImportSeedHandler>()
            .AddUseCase<FindRegencies, FoundRegencies, FindRegenciesHandler>()
            .AddUseCase<SetRegencyDomain, Done, SetRegencyDomainHandler>()
            .AddUseCase<SearchServices, FoundServices, SearchServicesHandler>()
            .AddUseCase<ValidateCatalog, CatalogValidation, ValidateCatalogHandler>()
            .AddUseCase<ListCatalog, IReadOnlyList<CatalogService>, ListCatalogHandler>()
            .AddUseCase<ReadCatalogService, CatalogServiceSheet, ListCatalogHandler>()
            .AddUseCase<SaveVersion, VersionSaved, SaveVersionHandler>()
            .AddUseCase<OpenRelease, ReleaseView, OpenReleaseHandler>()
            .AddUseCase<ReadRelease, ReleaseView, OpenReleaseHandler>()
            .AddUseCase<PreviewRelease, ReleasePreview, PreviewReleaseHandler>()
            .AddUseCase<MoveRelease, ReleaseView, MoveReleaseHandler>()
            .AddUseCase<JudgeReleases, ReleasesJudged, JudgeReleasesHandler>()
            .AddUseCase<CountReleaseTraffic, Done, CountReleaseTrafficHandler>()
            .AddUseCase<PushStanding, Done, PushStandingHandler>()
            .AddUseCase<ReadConformance, Conformance, ReadConformanceHandler>()
            .AddUseCase<GetRolloutSummary, RolloutSummary, GetRolloutSummaryHandler>()
            .AddUseCase<GetRolloutCurve, RolloutCurve, GetRolloutCurveHandler>()
            .AddUseCase<ListRolloutRegencies, RolloutRegencies, ListRolloutRegenciesHandler>()
            .AddUseCase<ListRolloutProvinces, RolloutProvinces, ListRolloutProvincesHandler>()
            .AddUseCase<GetRolloutRegency, RolloutRegencySheet, GetRolloutRegencyHandler>()
            .AddUseCase<RecordRolloutFact, RolloutRegencySheet, RecordRolloutFactHandler>()
            .AddUseCase<RegisterIssuedDocument, Done, RegisterIssuedDocumentHandler>()
            .AddUseCase<RevokeIssuedDocument, Done, RevokeIssuedDocumentHandler>()
            .AddUseCase<VerifyDocument, DocumentCheck, VerifyDocumentHandler>()
            .AddUseCase<OfferMandate, MandateView, OfferMandateHandler>()
            .AddUseCase<AnswerMandate, MandateView, AnswerMandateHandler>()
            .AddUseCase<RevokeMandate, MandateView, RevokeMandateHandler>()
            .AddUseCase<RegisterChild, MandateView, RegisterChildHandler>()
            .AddUseCase<ListMandates, MyMandates, ListMandatesHandler>()
            .AddUseCase<UseMandate, ActingFor, UseMandateHandler>()
            .AddUseCase<RecordMandateUse, Done, RecordMandateUseHandler>()
            .AddUseCase<AskForData, DataRequestView, AskForDataHandler>()
            .AddUseCase<ListDataRequests, IReadOnlyList<DataRequestView>, ReadDataRequestHandler>()
            .AddUseCase<ReadDataRequest, DataRequestView, ReadDataRequestHandler>()
            .AddUseCase<FetchCopy, FetchedCopy, FetchCopyHandler>()
            .AddUseCase<GatherPersonalData, PersonalCopy, GatherPersonalDataHandler>()
            .AddUseCase<ExportPerson, ExportedPerson, ExportPersonHandler>()
            .AddUseCase<ErasePersonalData, Erasure, GatherPersonalDataHandler>()
            .AddUseCase<ListOfficeRequests, IReadOnlyList<OfficeRequest>, AnswerCorrectionHandler>()
            .AddUseCase<ReadOfficeRequest, OfficeRequest, AnswerCorrectionHandler>()
            .AddUseCase<AnswerCorrection, DataRequestView, AnswerCorrectionHandler>()
            .AddUseCase<ListLateRequests, IReadOnlyList<LateOffice>, ListLateRequestsHandler>()
            .AddUseCase<SeatMinistryOfficers, Done, SeatMinistryOfficersHandler>()
            .AddUseCase<FindMinistryStaff, MinistryStaff, FindMinistryStaffHandler>()
            .AddUseCase<ListAlarms, IReadOnlyList<AlarmedRegency>, ListAlarmsHandler>()
            .AddUseCase<PushFigures, Done, PushFiguresHandler>()
            .AddUseCase<SendTip, TipReceipt, SendTipHandler>()
            .AddUseCase<LookUpTip, TipState, LookUpTipHandler>()
            .AddUseCase<ListTips, IReadOnlyList<TipRow>, ListTipsHandler>()
            .AddUseCase<ReadTip, TipSheet, ListTipsHandler>()
            .AddUseCase<AskToOpenTip, TipSheet, OpenTipHandler>()
            .AddUseCase<OpenTip, TipSheet, OpenTipHandler>()
            .AddUseCase<CloseTip, TipSheet, OpenTipHandler>()
            .AddUseCase<PushBrokerReport, Done, PushBrokerReportHandler>()
            .AddUseCase<ListBrokerReports, IReadOnlyList<BrokerReportRow>, ListBrokerReportsHandler>()
            .AddUseCase<NoteBrokerReport, Done, ListBrokerReportsHandler>()
            .AddUseCase<PushEscalated, Done, PushEscalatedHandler>()
            .AddUseCase<ListEscalated, IReadOnlyList<EscalatedRow>, ListEscalatedHandler>()
            .AddUseCase<ReadEscalated, EscalatedRow, ListEscalatedHandler>()
            .AddUseCase<InstructComplaint, EscalatedRow, InstructComplaintHandler>()
            .AddUseCase<ListInstructions, IReadOnlyList<GivenInstruction>, ListInstructionsHandler>()
            .AddUseCase<PushSatisfaction, Done, PushSatisfactionHandler>()
            .AddUseCase<ReadSatisfactionOf, IReadOnlyList<SatisfactionOfYear>, ReadSatisfactionOfHandler>()
            .AddUseCase<KeepFacts, Done, KeepFactsHandler>()
            .AddUseCase<KeepDocument, Done, KeepDocumentHandler>()
            .AddUseCase<ReadReuse, Reuse, ReadReuseHandler>()
            .AddUseCase<GiveConsent, ConsentReceipt, GiveConsentHandler>()
            .AddUseCase<RevokeConsent, ConsentReceipt, RevokeConsentHandler>()
            .AddUseCase<ReadConsent, ConsentReceipt, ListMyConsentsHandler>()
            .AddUseCase<ListMyConsents, IReadOnlyList<ConsentReceipt>, ListMyConsentsHandler>()
            .AddUseCase<ReadGrantedFile, WalletFile, ReadGrantedFileHandler>()
            .AddUseCase<NoteHandOver, Done, NoteHandOverHandler>()
            .AddUseCase<RecordLooks, Done, RecordLooksHandler>()
            .AddUseCase<ListMyLooks, MyLooks, ListMyLooksHandler>()
            .AddUseCase<ListMyFacts, IReadOnlyList<MyFact>, ListMyFactsHandler>()
            .AddUseCase<ListMyWallet, IReadOnlyList<WalletPaper>, ListMyWalletHandler>()
            .AddUseCase<ReadMyPaper, PaperFile, ListMyWalletHandler>();
    }

    /// <summary>Answers what people ask about their data; runs every minute, so that nothing asked is forgotten by a crash.</summary>
    public static JobRequest DataRequestsJob => WorkDataRequests.Job;

    /// <summary>For programs that keep running: follows changes made by other processes. The start calls <see cref="NationalSnapshots.RefreshAsync"/> first.</summary>
    public static IServiceCollection AddNationalWatch(this IServiceCollection services) => services.AddHostedService<StampWatch>();
}
