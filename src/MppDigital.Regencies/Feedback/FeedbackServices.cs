using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Feedback.Consultations;
using MppDigital.Regencies.Feedback.Heard;
using MppDigital.Regencies.Feedback.Surveys;

namespace MppDigital.Regencies.Feedback;

/// <summary>The citizen's voice: complaints, consultation, what was heard, how satisfied people are.</summary>
internal static class FeedbackServices
{
    public static IServiceCollection AddVoice(this IServiceCollection services)
    {
        services.AddSurveys();
        services.AddScoped<ComplaintBook>();
        services.AddScoped<ComplaintHolder>();
        services.AddScoped<ComplaintViews>();
        services.AddScoped<ComplaintSheets>();
        services.AddScoped<EvidenceStore>();
        services.AddScoped<HearMinistry>();
        services.AddScoped<IJobHandler, HearMinistryJob>();
        services.AddScoped<IOutboxHandler, SendEscalated>();
        services.AddScoped<IRegencyTask, EscalateComplaints>();
        services.AddScoped<IOutboxHandler, SendToChannel>();
        services.AddScoped<IRegencyTask, FollowChannel>();
        services.AddScoped<IRegencyTask, TakeDispositions>();
        services.AddScoped<IOutboxHandler, AnswerToChannel>();
        services.AddScoped<IOutboxHandler, TellComplainant>();
        services.AddScoped<AnsweringTimes>();
        services.AddScoped<TellAsker>();
        services.AddScoped<ConsultationViews>();
        services.AddScoped<SeatedOfficers>();
        return services
            .AddUseCase<FileComplaint, ComplaintReceipt, FileComplaintHandler>()
            .AddUseCase<LookUpComplaint, ComplaintView, LookUpComplaintHandler>()
            .AddUseCase<AnswerBack, ComplaintView, AnswerBackHandler>()
            .AddUseCase<AddEvidence, ComplaintView, AddEvidenceHandler>()
            .AddUseCase<ListComplaints, IReadOnlyList<ComplaintRow>, ListComplaintsHandler>()
            .AddUseCase<ReviewComplaint, ComplaintSheet, ReviewComplaintHandler>()
            .AddUseCase<MoveComplaint, ComplaintSheet, MoveComplaintHandler>()
            .AddUseCase<RevealComplainant, ShownComplainant, RevealComplainantHandler>()
            .AddUseCase<ReadEvidence, EvidenceContent, ReadEvidenceHandler>()
            .AddUseCase<AskOffice, ConsultationStarted, AskOfficeHandler>()
            .AddUseCase<WriteAgain, ConsultationStarted, AskOfficeHandler>()
            .AddUseCase<ListMyConsultations, ConsultationList, ReadConsultationHandler>()
            .AddUseCase<ReadMyConsultation, ConsultationView, ReadConsultationHandler>()
            .AddUseCase<ListConsultations, ConsultationList, ReadConsultationHandler>()
            .AddUseCase<ReadConsultation, ConsultationView, ReadConsultationHandler>()
            .AddUseCase<AnswerConsultation, ConsultationView, AnswerConsultationHandler>()
            .AddUseCase<AssignConsultation, ConsultationView, AnswerConsultationHandler>()
            .AddUseCase<ReferConsultation, ConsultationView, AnswerConsultationHandler>()
            .AddUseCase<ReadAnsweringHours, AnsweringSetting, SetAnsweringHoursHandler>()
            .AddUseCase<SetAnsweringHours, AnsweringSetting, SetAnsweringHoursHandler>()
            .AddUseCase<ListAnswerers, IReadOnlyList<Answerer>, ListAnswerersHandler>()
            .AddUseCase<ReadVoiceFigures, VoiceFigures, ReadVoiceFiguresHandler>()
            .AddUseCase<PublishStory, Done, PublishStoryHandler>()
            .AddUseCase<WithdrawStory, Done, PublishStoryHandler>()
            .AddUseCase<ListStories, IReadOnlyList<StoryRow>, PublishStoryHandler>();
    }
}
